using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>formula</c>.</summary>
public sealed record FormulaOptions() : PhaseOptions(seconds: 6), ICheckedWithFonts
{
    [Description(@"The formula in TeX's notation. `\part{NAME}{…}` names a part of it; parts called error, slope, input, delta, loss, " +
        @"positive and negative wear the colours of what they stand for.")]
    [NotWords]
    public required string Source { get; init; }

    [Description(
        "The formulas that it turns into, one after the other. What has the same name and looks alike in both moves to its new place; " +
        "the rest of the old one lifts away, and then the rest of the new one is written.")]
    [OneOrMany, Count(1, 20)]
    [NotWords]
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(Scene scene, FontShelf fonts)
    {
        List<Diagnostic> problems = [.. FormulaChecks.ProblemsOf(Written, fonts)];
        if (problems.Count > 0) return problems;
        var room = StageLayout.For(scene).Body;
        return FormulaChecks.TooLarge(Written, room, fonts) is { } warning ? [warning] : [];
    }

    IEnumerable<WrittenFormula> Written =>
    [
        new(Source, "source", offset => PositionIn(nameof(Source), offset), EscapesIn(nameof(Source))),
        .. Steps.Select((step, i) => new WrittenFormula(
            step, FormattableString.Invariant($"steps[{i}]"), offset => PositionIn(nameof(Steps), offset, i), EscapesIn(nameof(Steps), i))),
    ];
}
