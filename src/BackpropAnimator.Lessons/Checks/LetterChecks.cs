using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Whether the fonts have every letter that a scene writes on screen, and that the program does in its language; formulas are checked as
/// such.
/// </summary>
internal static class LetterChecks
{
    /// <param name="fonts">The scene's own included.</param>
    public static IEnumerable<Diagnostic> ProblemsIn(Scene scene, FontShelf fonts)
    {
        foreach (var text in SceneTexts.In(scene))
            if (fonts.MissingFrom(text.Text) is { } missing)
                yield return new(text.PositionAt(missing.Offset), Severity.Error, $"{text.Key}: {missing.Message}", missing.Hint);
        if (fonts.MissingFrom(string.Join(' ', Words.Of(scene.Language).Texts)) is { } own)
            yield return new(
                scene.PositionOf(nameof(scene.Language)), Severity.Error, $"language: the program's own words: {own.Message}", own.Hint);
    }
}
