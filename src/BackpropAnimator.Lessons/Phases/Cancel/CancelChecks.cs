using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;
using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Lessons;

/// <summary>Slopes cancel only where the loss was made for the output's activation.</summary>
internal static class CancelChecks
{
    public static void Run(CancelOptions phase, PhaseCheck check)
    {
        if (check.Network is not { } network || !check.IsSound(network, nameof(network.Activation))) return;
        var output = network.Activations[^1];
        if ((output, network.Loss) is not ((ActivationKind.Sigmoid, LossKind.BinaryCrossEntropy) or (ActivationKind.Softmax, LossKind.CategoricalCrossEntropy)))
            check.Error(
                phase.Position,
                $"cancel: the slopes of {SnakeCase.Of(network.Loss.ToString())} and {SnakeCase.Of(output.ToString())} do not cancel",
                "they do for binary_cross_entropy after sigmoid, and for categorical_cross_entropy after softmax");
        check.HasOutput(phase.Output, nameof(phase.Output));
    }
}
