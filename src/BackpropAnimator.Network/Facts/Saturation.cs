using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>Where a unit's curve has gone flat, so that hardly any error comes through.</summary>
public static class Saturation
{
    /// <summary>The slope below which a unit counts as saturated: for sigmoid, a &lt; 0.053 or a &gt; 0.947.</summary>
    public const double Threshold = 0.05;

    /// <summary>Whether |f′(z)| is below the threshold.</summary>
    public static bool IsSaturated(double slope, double threshold = Threshold) => Math.Abs(slope) < threshold;

    /// <summary>The saturated units of a backward pass, layer by layer.</summary>
    public static ImmutableArray<UnitAddress> Of(BackwardPass backward, double threshold = Threshold) =>
    [
        .. backward.Layers.SelectMany((layer, l) => layer.Slope
            .Select((slope, j) => (slope, Unit: new UnitAddress(l, j)))
            .Where(unit => IsSaturated(unit.slope, threshold))
            .Select(unit => unit.Unit)),
    ];
}
