using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>
/// Units of ReLU, or of another activation that can be off, that are off for every sample. Their gradients are exactly 0, so training
/// alone cannot bring them back as long as what they receive does not change.
/// </summary>
public static class DeadUnits
{
    /// <summary>The dead units of a network over a set of samples, layer by layer.</summary>
    public static ImmutableArray<UnitAddress> Over(DenseNetwork network, IReadOnlyCollection<Example> samples)
    {
        if (!network.Layers.Any(layer => layer.Activation.IsOffBelowZero))
            return [];
        ForwardPass[] passes = [.. samples.Select(sample => network.Forward(sample.Input))];
        return
        [
            .. network.Layers.SelectMany((layer, l) => Enumerable.Range(0, layer.UnitCount)
                .Where(j => layer.Activation.IsOffBelowZero && passes.All(pass => pass.Layers[l].PreActivation[j] <= 0))
                .Select(j => new UnitAddress(l, j))),
        ];
    }
}
