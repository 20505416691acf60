using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Script.Checks;

/// <summary>Slopes cancel only where the loss was made for the output's activation.</summary>
internal static class CancelChecks
{
    public static void Run(CancelPhase phase, NetworkScript network, CheckContext context)
    {
        var output = network.Activations[^1];
        if ((output, network.Loss) is not ((ActivationKind.Sigmoid, LossKind.BinaryCrossEntropy) or (ActivationKind.Softmax, LossKind.CategoricalCrossEntropy)))
            context.Problems.Error(
                phase.Position,
                $"cancel: the slopes of {SnakeCase.Of(network.Loss.ToString())} and {SnakeCase.Of(output.ToString())} do not cancel",
                "they do for binary_cross_entropy after sigmoid, and for categorical_cross_entropy after softmax");
        if (phase.Output is { } k && k >= network.Layers[^1])
            context.Problems.Error(phase.PositionOf(nameof(phase.Output)), $"output: {ReferenceChecks.NoSuchUnit(network, network.Layers.Length - 1, k)}");
    }
}
