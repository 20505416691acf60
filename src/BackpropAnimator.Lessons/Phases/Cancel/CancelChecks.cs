using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;
using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Lessons;

/// <summary>Slopes cancel only where the loss was made for the output's activation.</summary>
internal static class CancelChecks
{
    public static void Run(CancelOptions phase, PhaseCheck check)
    {
        if (check.Network is not { } network || !check.IsSound(network, nameof(network.Activation)) || !network.ActivationsFit) return;
        var output = network.Activations[^1];
        if (!network.Loss.CancelsWith(output))
            check.Error(
                phase.Position,
                $"cancel: the slopes of {network.Loss.Name} and {output.Name} do not cancel",
                $"they do {string.Join(", and ", PairsThatCancel())}");
        check.HasOutput(phase.Output, nameof(phase.Output));
    }

    static IEnumerable<string> PairsThatCancel() =>
        from loss in Loss.All
        from output in Activation.All
        where loss.CancelsWith(output)
        select $"for {loss.Name} after {output.Name}";
}
