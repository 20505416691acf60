using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Yaml;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A formula as the scene writes it.</summary>
/// <param name="Source">In TeX's notation.</param>
/// <param name="Key">The key that it is under.</param>
/// <param name="PositionAt">Where a character of the source is written, by its offset.</param>
/// <param name="Escapes">What stands after each backslash where YAML reads escapes: between double quotes.</param>
internal readonly record struct WrittenFormula(
    string Source, string Key, Func<int, SourcePosition> PositionAt, ImmutableArray<string> Escapes);

/// <summary>Whether the formulas that a scene brings along can be set, and large enough to be read.</summary>
internal static class FormulaChecks
{
    /// <summary>
    /// What is wrong with the formulas of a phase: of what is wrong in several places the first, and how many more there are.
    /// </summary>
    public static IEnumerable<Diagnostic> ProblemsOf(IEnumerable<WrittenFormula> formulas, FontShelf fonts) =>
        from problem in formulas.SelectMany(formula => ProblemsOf(formula, fonts))
        group problem by (problem.What, problem.Hint) into alike
        let first = alike.First()
        let more = alike.Count() - 1
        select new Diagnostic(
            first.At, Severity.Error,
            more == 0 ? first.Where + first.What : FormattableString.Invariant($"{first.Where}{first.What} (and {more} more like it)"),
            first.Hint);

    static IEnumerable<(SourcePosition At, string Where, string What, string? Hint)> ProblemsOf(WrittenFormula formula, FontShelf fonts)
    {
        var (source, key, positionAt, escapes) = formula;
        if (source.Length == 0)
            return [(
                positionAt(0), $"{key}: ", "the formula is empty",
                @"write it in TeX's notation, such as \frac{\partial L}{\partial w}")];
        // A line break is fine between the rows of a formula, but "\nabla" is none.
        if (escapes.FirstOrDefault(Formula.IsCommand) is { } command)
            return [(positionAt(0), $"{key}: ", $"the double quotes take the backslash of '\\{command}'", Escapes.Remedy(command))];
        return fonts.Check(source).Select(problem => (
            positionAt(problem.Column - 1), $"{key}: at {PlaceIn(source, problem.Column)} of the formula: ",
            problem.Message, problem.Hint));
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

    public static Diagnostic? TooLarge(IEnumerable<WrittenFormula> formulas, SKRect room, FontShelf fonts)
    {
        var (size, largest) = formulas.Select(formula => (FormulaFit.In(room, [formula.Source], fonts).Size, formula)).MinBy(f => f.Size);
        return size >= FormulaFit.SmallestSize ? null : new(
            largest.PositionAt(0), Severity.Warning,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{largest.Key}: to fit the picture the formula is set in {size:0} units, and {FormulaFit.SmallestSize:0} is the least " +
                    $"that is read easily"),
            @"break it into rows with \begin{aligned} … \\ … \end{aligned}, or into phases");
    }
}
