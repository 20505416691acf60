using System.ComponentModel;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>sweep</c>.</summary>
public sealed record SweepOptions() : PhaseOptions(seconds: 14)
{
    [Description("The output whose target moves, counted from 0; the other targets stay.")]
    [Limits(0, 999)]
    public int Output { get; init; }

    [Description("The target at the beginning.")]
    [Limits(-1000, 1000)]
    public double From { get; init; }

    [Description("The target at the end.")]
    [Limits(-1000, 1000)]
    public double To { get; init; } = 1;

    [Description("The weight whose gradient is plotted. Left out, the one into the output with the largest gradient.")]
    public EdgeReference? Weight { get; init; }

    /// <inheritdoc/>
    public override void Check(PhaseCheck check) => SweepChecks.Run(this, check);
}
