using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("A question to the viewers, a pause to think in, and the answer.")]
public sealed record QuestionPhase() : PhaseScript("question", seconds: 14)
{
    [Description("The question.")]
    public required string Text { get; init; }

    [Description("The answer, a sentence or two.")]
    public required string Answer { get; init; }

    [Description("A formula under the answer, in TeX's notation as in the phase `formula`.")]
    public string? Formula { get; init; }

    /// <summary>Seconds; null leaves it to the lesson.</summary>
    [Description("The pause to think in. Left out, a third of the phase.")]
    [Duration, Limits(0, 600, MoreThanMin = true)]
    public double? Pause { get; init; }

    public override bool StartsWithNetwork => false;
}
