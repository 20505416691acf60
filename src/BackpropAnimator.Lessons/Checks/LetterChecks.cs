using BackpropAnimator.Script;
using BackpropAnimator.Script.Yaml;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Whether the fonts have every letter that a scene writes on screen, and that the program does in its language, and whether the formulas
/// between its words can be set.
/// </summary>
internal static class LetterChecks
{
    /// <param name="fonts">The scene's own included.</param>
    public static IEnumerable<Diagnostic> ProblemsIn(Scene scene, FontShelf fonts) =>
        SceneTexts.In(scene).SelectMany(text => text.IsInline ? InlineProblems(text, fonts) : MissingLetters(text, text.Text, fonts))
            .Concat(ProblemsOfOwnWords(scene, fonts));

    static IEnumerable<Diagnostic> ProblemsOfOwnWords(Scene scene, FontShelf fonts)
    {
        if (fonts.MissingFrom(string.Join(' ', Words.Of(scene.Language).Texts)) is { } own)
            yield return new(
                scene.PositionOf(nameof(scene.Language)), Severity.Error, $"language: the program's own words: {own.Message}", own.Hint);
    }

    static IEnumerable<Diagnostic> MissingLetters(SceneText text, string letters, FontShelf fonts)
    {
        if (fonts.MissingFrom(letters) is not { } missing) return [];
        var at = Math.Max(0, text.Text.IndexOf(missing.Letters[0], StringComparison.Ordinal));
        return [new(text.PositionAt(at), Severity.Error, $"{text.Key}: {missing.Message}", missing.Hint)];
    }

    static IEnumerable<Diagnostic> InlineProblems(SceneText text, FontShelf fonts)
    {
        var rich = RichText.Parse(text.Text);
        var formulas = rich.Formulas.Select(formula => new WrittenFormula(
            formula.Formula!, text.Key, offset => text.PositionAt(formula.Offset + offset), text.Escapes));
        foreach (var problem in FormulaChecks.ProblemsOf(formulas, fonts)) yield return problem;
        foreach (var problem in MissingLetters(text, rich.LettersAlone, fonts)) yield return problem;
        foreach (var (offset, sign) in rich.Unpaired.Take(1))
            yield return new(
                text.PositionAt(offset), Severity.Warning, $"{text.Key}: this {sign} has no partner, and is shown as it is",
                $"write \\{sign[0]} where the sign itself is meant; in double quotes \\\\{sign[0]}");
    }
}
