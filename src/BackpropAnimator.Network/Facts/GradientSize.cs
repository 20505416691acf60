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

/// <summary>One unit of a network.</summary>
/// <param name="Layer">The index in <see cref="DenseNetwork.Layers"/>: 0 is the first layer after the input.</param>
/// <param name="Unit">The unit's number in its layer, from 0.</param>
public readonly record struct UnitAddress(int Layer, int Unit);

/// <summary>One weight of a network: <c>Layers[Layer].Weights[To, From]</c>.</summary>
/// <param name="Layer">The index in <see cref="DenseNetwork.Layers"/>: 0 is the first layer after the input.</param>
/// <param name="From">The unit of the layer before.</param>
/// <param name="To">The unit of the layer itself.</param>
public readonly record struct WeightAddress(int Layer, int From, int To);
