using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("A prediction held against the truth: how far off is it, as a distance and as half its square?")]
public sealed record ScoreboardPhase() : PhaseScript("scoreboard", seconds: 9)
{
    [Description("The prediction to judge. Left out, the network's own output.")]
    [Limits(-100, 100)]
    public double? Prediction { get; init; }

    [Description("The truth to hold it against. Left out, the example's target.")]
    [Limits(-100, 100)]
    public double? Truth { get; init; }

    [Description("Which output is judged, counted from 0. Left out, the one whose target is the largest.")]
    [Limits(0, 999)]
    public int? Output { get; init; }

    [Description("What the judged output stands for, such as cat.")]
    public string? Label { get; init; }

    public override bool StartsWithNetwork => false;
}
