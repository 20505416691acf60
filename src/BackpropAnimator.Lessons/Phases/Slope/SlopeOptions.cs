using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>slope</c>.</summary>
public sealed record SlopeOptions() : PhaseOptions(seconds: 16)
{
    [Description("The activation whose curve is shown. Left out, that of `unit`, or of the first layer after the input.")]
    public Activation? Activation { get; init; }

    /// <summary>Empty leaves the choice to the lesson.</summary>
    [Description("The values of a to visit, in order. Left out, values that suit the activation.")]
    [Count(1, 8), Limits(-1e6, 1e6)]
    public ImmutableArray<double> Values { get; init; } = [];

    /// <summary>Null leaves the choice to the lesson.</summary>
    [Description("What the slope is plotted over. Left out, z for relu and leaky_relu, whose flat half has next to no room over a, and " +
        "a for every other.")]
    public SlopeAxis? Over { get; init; }

    [Description("A unit whose δ = ∂L/∂a · ∂a/∂z is multiplied out at the end, with its numbers in this network. Left out, none.")]
    public UnitReference? Unit { get; init; }

    [Description("A slope that is below this counts as flat and wears a lock.")]
    [Limits(0, 1)]
    public double SaturationThreshold { get; init; } = 0.05;

    /// <summary>The activation that is shown in a network.</summary>
    public Activation ActivationIn(NetworkScript network) =>
        Activation is { } own ? network.Configured(own)
        : Unit is { } unit && network.Find(unit) is { Layer: > 0 and var layer } ? network.Activations[layer - 1]
        : network.Activations[0];

    /// <inheritdoc/>
    public override void Check(PhaseCheck check) => SlopeChecks.Run(this, check);
}

/// <summary>What a slope is plotted over.</summary>
public enum SlopeAxis
{
    [Description("the unit's activation: σ′(z) = a(1 − a) as a function of a")]
    A,

    [Description("the unit's pre-activation, in step with the curve beside it")]
    Z,
}
