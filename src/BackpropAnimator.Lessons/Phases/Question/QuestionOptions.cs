using System.ComponentModel;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>question</c>.</summary>
public sealed record QuestionOptions() : PhaseOptions(seconds: 14), ICheckedWithFonts
{
    [Description("The question. Formulas and stress as in `caption`.")]
    [Inline]
    public required string Text { get; init; }

    [Description("The answer, a sentence or two. Formulas and stress as in `caption`.")]
    [Inline]
    public required string Answer { get; init; }

    [Description("A formula under the answer, in TeX's notation as in the phase `formula`.")]
    [NotWords]
    public string? Formula { get; init; }

    /// <summary>Seconds; null leaves it to the lesson.</summary>
    [Description("The pause to think in. Left out, a third of the phase.")]
    [Duration, Limits(0, 600, MoreThanMin = true)]
    public double? Pause { get; init; }

    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(Scene scene, FontShelf fonts) => Formula is null
        ? []
        : FormulaChecks.ProblemsOf(
            [new(Formula, "formula", offset => PositionIn(nameof(Formula), offset), EscapesIn(nameof(Formula)))], fonts);

    /// <inheritdoc/>
    public override void Check(PhaseCheck check)
    {
        if (Pause is { } pause && pause >= Duration)
            check.Error(
                PositionOf(nameof(Pause)),
                FormattableString.Invariant(
                    $"pause: {pause}s leaves no time for the question and its answer, which have {Duration}s in all"));
    }
}
