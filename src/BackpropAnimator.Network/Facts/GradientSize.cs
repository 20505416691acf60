using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>How large the weight gradients of one layer are: what vanishes in deep sigmoid networks.</summary>
/// <param name="Norm">√ Σ (∂L/∂w)² over the layer's weights.</param>
/// <param name="MeanMagnitude">The mean |∂L/∂w| over the layer's weights.</param>
public readonly record struct GradientSize(double Norm, double MeanMagnitude)
{
    /// <summary>The sizes of a gradient, one per layer.</summary>
    public static ImmutableArray<GradientSize> PerLayer(Gradient gradient) =>
    [
        .. gradient.Layers.Select(layer => new GradientSize(
            layer.Weights.FrobeniusNorm(), layer.Weights.Enumerate().Average(Math.Abs))),
    ];
}
