using System.ComponentModel;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>scoreboard</c>.</summary>
public sealed record ScoreboardOptions() : PhaseOptions(seconds: 9)
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

    [Description("What the judged output stands for, such as cat. Left out, as the network calls it.")]
    public string? Label { get; init; }

    /// <inheritdoc/>
    public override void Check(PhaseCheck check) => check.HasOutput(Output, nameof(Output));
}
