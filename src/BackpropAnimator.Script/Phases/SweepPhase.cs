using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("One output's target moves while every gradient is computed anew: edges wear their sign, and a plot shows where it changes.")]
[Needs("loss")]
public sealed record SweepPhase() : PhaseScript("sweep", seconds: 14)
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

    public override bool StandsBesideNetwork => true;
}
