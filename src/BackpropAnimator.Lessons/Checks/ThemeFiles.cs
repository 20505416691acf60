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
        if (fonts.HasOwn || (own.TextBytes.IsEmpty && own.BoldBytes.IsEmpty)) return fonts;
        return fonts.With(own.TextBytes.AsSpan(), own.BoldBytes.AsSpan()) ?? fonts;
    }

    /// <summary>The problems of a theme's files.</summary>
    internal static IEnumerable<Diagnostic> ProblemsIn(Scene scene, FontShelf fonts)
    {
        var theme = scene.Theme;
        return FontProblems(scene, theme.Fonts, nameof(FontsScript.Text), theme.Fonts.Text, theme.Fonts.TextBytes, Face.Regular, fonts)
            .Concat(FontProblems(scene, theme.Fonts, nameof(FontsScript.Bold), theme.Fonts.Bold, theme.Fonts.BoldBytes, Face.Bold, fonts))
            .Concat(PictureProblems(theme.Logo, nameof(LogoScript.Image), theme.Logo?.Image, theme.Logo?.ImageBytes))
            .Concat(PictureProblems(theme.Watermark, nameof(WatermarkScript.Image), theme.Watermark?.Image, theme.Watermark?.ImageBytes))
            .Concat(PictureProblems(theme.EndCard, nameof(EndCardOptions.Logo), theme.EndCard?.Logo, theme.EndCard?.LogoBytes));
    }

    static IEnumerable<Diagnostic> FontProblems(
        Scene scene, FontsScript script, string key, string? name, ImmutableArray<byte> bytes, Face face, FontShelf fonts)
    {
        if (name is null || bytes.IsEmpty) yield break;
        var (place, word) = (script.PositionOf(key), key.ToLowerInvariant());
        using var read = fonts.With(bytes.AsSpan(), []);
        if (read is null)
            yield return new(
                place, Severity.Error, $"{word}: '{name}' is damaged, or no font that can be read", "save it anew as TTF or OTF");
        else if (read.BorrowedFor(WordsOf(scene), face) is { IsEmpty: false } borrowed)
            yield return new(
                place, Severity.Warning, $"{word}: '{name}' lacks {string.Join(' ', borrowed)}",
                "these are taken from the program's own font");
    }

    static IEnumerable<Diagnostic> PictureProblems(ScriptElement? script, string key, string? name, ImmutableArray<byte>? bytes)
    {
        if (script is not null && name is not null && bytes is { IsDefaultOrEmpty: false } file && Brand.PictureOf(file) is null)
            yield return new(
                script.PositionOf(key), Severity.Error, $"{key.ToLowerInvariant()}: '{name}' is damaged, or of a kind that is not read",
                "save it anew as PNG");
    }

    static string WordsOf(Scene scene) => string.Concat(
        scene.Parts.SelectMany(part => new[] { part.Title, part.Caption }).Concat(scene.Network.Inputs).Concat(scene.OutputNames)
            .Concat(scene.Theme.EndCard?.Lines ?? []).Append(scene.Title).Append(scene.Theme.Watermark?.Text).Append(Written));
}
