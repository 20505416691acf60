using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>The fonts and pictures that a theme brings along: they are what they should be, and have the letters that are wanted.</summary>
public static class ThemeFiles
{
    // What lessons write besides the scene's own words.
    const string Written = "0123456789.,:;()+−×·=≈→←½²ŷδσ∂∆ΣηL";

    /// <summary>The shelf with the scene's fonts on it; the same where it brings none, or none that can be read.</summary>
    /// <param name="fonts">The program's. Whatever else is returned, the caller disposes of too.</param>
    public static FontShelf FontsOf(Scene scene, FontShelf fonts)
    {
        var own = scene.Theme.Fonts;
        return fonts.HasOwn || own.FilesIn().All(file => file.Bytes.IsEmpty)
            ? fonts
            : fonts.With(PairOf(own), [.. own.Fallback.Where(font => !font.TextBytes.IsEmpty).Select(PairOf)]) ?? fonts;
    }

    static FontPair PairOf(FontFilesScript font) => new(font.TextBytes.AsMemory(), font.BoldBytes.AsMemory());

    // Each key with its file, those of the further fonts too.
    static IEnumerable<(FontFilesScript Script, string Key, string? Name, ImmutableArray<byte> Bytes)> FilesIn(this FontsScript fonts) =>
        fonts.Fallback.Prepend<FontFilesScript>(fonts).SelectMany(font => new[]
        {
            (font, nameof(FontsScript.Text), font.Text, font.TextBytes), (font, nameof(FontsScript.Bold), font.Bold, font.BoldBytes),
        });

    /// <summary>The problems of a theme's files.</summary>
    internal static IEnumerable<Diagnostic> ProblemsIn(Scene scene, FontShelf fonts)
    {
        var theme = scene.Theme;
        return theme.Fonts.FilesIn().SelectMany(file => FontProblems(scene, file.Script, file.Key, file.Name, file.Bytes, fonts))
            .Concat(PictureProblems(theme.Logo, nameof(LogoScript.Image), theme.Logo?.Image, theme.Logo?.ImageBytes))
            .Concat(PictureProblems(theme.Watermark, nameof(WatermarkScript.Image), theme.Watermark?.Image, theme.Watermark?.ImageBytes))
            .Concat(PictureProblems(theme.EndCard, nameof(EndCardOptions.Logo), theme.EndCard?.Logo, theme.EndCard?.LogoBytes));
    }

    static IEnumerable<Diagnostic> FontProblems(
        Scene scene, FontFilesScript script, string key, string? name, ImmutableArray<byte> bytes, FontShelf fonts)
    {
        if (name is null || bytes.IsEmpty) yield break;
        var (place, word) = (script.PositionOf(key), key.ToLowerInvariant());
        if (!FontShelf.IsFont(bytes.AsSpan()))
            yield return new(
                place, Severity.Error, $"{word}: '{name}' is damaged, or no font that can be read", "save it anew as TTF or OTF");
        // A further font is there for some letters only.
        else if (script is FontsScript && LackingIn(scene, bytes, fonts) is { IsEmpty: false } lacking)
            yield return new(
                place, Severity.Warning, $"{word}: '{name}' lacks {string.Join(' ', lacking)}",
                "these are taken from the program's own font");
    }

    // The letters of the scene's words that only the program's own font has.
    static ImmutableArray<string> LackingIn(Scene scene, ImmutableArray<byte> bytes, FontShelf fonts)
    {
        var further = scene.Theme.Fonts.Fallback.Where(font => FontShelf.IsFont(font.TextBytes.AsSpan())).Select(PairOf);
        using var own = fonts.With(new(bytes.AsMemory()), [.. further]);
        return own!.BorrowedFor(WordsOf(scene), Face.Regular);
    }

    static IEnumerable<Diagnostic> PictureProblems(ScriptElement? script, string key, string? name, ImmutableArray<byte>? bytes)
    {
        if (script is not null && name is not null && bytes is { IsDefaultOrEmpty: false } file && Brand.PictureOf(file) is null)
            yield return new(
                script.PositionOf(key), Severity.Error, $"{key.ToLowerInvariant()}: '{name}' is damaged, or of a kind that is not read",
                "save it anew as PNG");
    }

    static string WordsOf(Scene scene) => string.Concat(
        SceneTexts.In(scene).Select(text => text.IsInline ? RichText.Parse(text.Text).LettersAlone : text.Text)
            .Concat(scene.OutputNames).Append(Written));
}
