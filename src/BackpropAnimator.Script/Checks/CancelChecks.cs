using BackpropAnimator.Network;

namespace BackpropAnimator.Script.Checks;

/// <summary>Slopes cancel only where the loss was made for the output's activation.</summary>
internal static class CancelChecks
{
    public static void Run(CancelPhase phase, NetworkScript network, CheckContext context)
    {
        var output = network.Activations[^1];
        if (!network.Loss.CancelsWith(output))
            context.Problems.Error(
                phase.Position,
                $"cancel: the slopes of {network.Loss.Name} and {output.Name} do not cancel",
                $"they do {string.Join(", and ", PairsThatCancel())}");
        if (phase.Output is { } k && k >= network.Layers[^1])
            context.Problems.Error(phase.PositionOf(nameof(phase.Output)), $"output: {ReferenceChecks.NoSuchUnit(network, network.Layers.Length - 1, k)}");
    }

    static IEnumerable<string> PairsThatCancel() =>
        from loss in Loss.All
        from output in Activation.All
        where loss.CancelsWith(output)
        select $"for {loss.Name} after {output.Name}";
}
