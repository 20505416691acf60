using System.ComponentModel;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>backward</c>.</summary>
public sealed record BackwardOptions() : FocusedOptions(seconds: 16)
{
    [Description("A unit whose slope σ′(z) is below this counts as saturated and wears a lock.")]
    [Limits(0, 1)]
    public double SaturationThreshold { get; init; } = 0.05;
}
