using System.Globalization;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Whether the formulas that a scene brings along can be set, and large enough to be read.</summary>
internal static class FormulaChecks
{
    /// <summary>A formula as the scene writes it.</summary>
    /// <param name="PositionAt">Where a character of the source is written, by its offset.</param>
    readonly record struct Written(string Source, string Key, Func<int, SourcePosition> PositionAt);

    public static IEnumerable<Diagnostic> Run(Scene scene, FontShelf fonts)
    {
        var room = StageLayout.For(scene.Video.Size.Width, scene.Video.Size.Height).Body;
        foreach (var question in scene.Phases.OfType<QuestionPhase>())
            if (question.Formula is { } answer)
                foreach (var problem in ProblemsOf(new(answer, "formula", offset => question.PositionIn(nameof(question.Formula), offset)), fonts)) yield return problem;
        foreach (var phase in scene.Phases.OfType<FormulaPhase>())
        {
            List<Diagnostic> problems = [.. FormulasOf(phase).SelectMany(formula => ProblemsOf(formula, fonts))];
            foreach (var problem in problems) yield return problem;
            if (problems.Count == 0 && TooLarge(phase, room, fonts) is { } warning) yield return warning;
        }
    }

    static IEnumerable<Written> FormulasOf(FormulaPhase phase)
    {
        yield return new(phase.Source, "source", offset => phase.PositionIn(nameof(phase.Source), offset));
        foreach (var (i, step) in phase.Steps.Index())
            yield return new(step, string.Create(CultureInfo.InvariantCulture, $"steps[{i}]"), offset => phase.PositionIn(nameof(phase.Steps), offset, i));
    }

    static IEnumerable<Diagnostic> ProblemsOf(Written formula, FontShelf fonts)
    {
        var (source, key, positionAt) = formula;
        if (source.Length == 0) return [new(positionAt(0), Severity.Error, $"{key}: the formula is empty", @"write it in TeX's notation, such as \frac{\partial L}{\partial w}")];
        return fonts.Check(source).Select(problem => new Diagnostic(
            positionAt(problem.Column - 1), Severity.Error, $"{key}: at {PlaceIn(source, problem.Column)} of the formula: {problem.Message}", problem.Hint));
    }

    // In words as well: of a formula that spreads over lines, the scene's position is that of its beginning.
    static string PlaceIn(string source, int column)
    {
        var before = source.AsSpan(0, Math.Min(column - 1, source.Length));
        var line = before.Count('\n') + 1;
        var inLine = column - 1 - before.LastIndexOf('\n');
        return source.Contains('\n', StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"line {line}, column {inLine}")
            : string.Create(CultureInfo.InvariantCulture, $"column {column}");
    }

    static Diagnostic? TooLarge(FormulaPhase phase, SKRect room, FontShelf fonts)
    {
        var (size, largest) = FormulasOf(phase).Select(formula => (FormulaFit.In(room, [formula.Source], fonts).Size, formula)).MinBy(f => f.Size);
        return size >= FormulaFit.SmallestSize ? null : new(
            largest.PositionAt(0), Severity.Warning,
            string.Create(CultureInfo.InvariantCulture, $"{largest.Key}: to fit the picture the formula is set in {size:0} units, and {FormulaFit.SmallestSize:0} is the least that is read easily"),
            @"break it into rows with \begin{aligned} … \\ … \end{aligned}, or into phases");
    }
}
