using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Script.Data;

namespace BackpropAnimator.Script;

/// <summary>Fonts of a scene's own for words and numbers.</summary>
public sealed record FontsScript : FontFilesScript
{
    /// <summary>The fonts that are tried in order, for each letter by itself.</summary>
    [Description("Further fonts beside the scene, such as one for Chinese or Arabic: each is tried in turn for letters that the one " +
        "before it lacks. A list alone means these.")]
    [ShortForm, Count(0, 8)]
    public ImmutableArray<FallbackFontScript> Fallback { get; init; } = [];

    /// <summary>The bytes of all files.</summary>
    internal IEnumerable<ImmutableArray<byte>> FileBytes =>
        Fallback.SelectMany(font => new[] { font.TextBytes, font.BoldBytes }).Prepend(BoldBytes).Prepend(TextBytes);

    internal FontsScript WithFiles(SceneFiles files)
    {
        var own = (FontsScript)WithFilesOf(files);
        return own with { Fallback = [.. Fallback.Select(font => (FallbackFontScript)font.WithFilesOf(files))] };
    }
}

/// <summary>A font that is tried for letters that those before it lack.</summary>
public sealed record FallbackFontScript : FontFilesScript;

/// <summary>The files of a font.</summary>
public abstract record FontFilesScript : ScriptElement
{
    [Description("A TTF or OTF file beside the scene, or a font of a collection: `cjk.ttc#2` is its third. In `fonts` itself, what all " +
        "words are set in; left out, the program's own font.")]
    [ShortForm, NotWords]
    public string? Text { get; init; }

    [Description("The same for headings and whatever stands out. Left out, `text`.")]
    [NotWords]
    public string? Bold { get; init; }

    /// <summary>The bytes of <see cref="Text"/>; empty where there is no such font.</summary>
    public ImmutableArray<byte> TextBytes { get; init; } = [];

    /// <summary>The bytes of <see cref="Bold"/>; empty where there is no such font.</summary>
    public ImmutableArray<byte> BoldBytes { get; init; } = [];

    internal FontFilesScript WithFilesOf(SceneFiles files) => this with
    {
        TextBytes = Text is null ? [] : files.ReadFont(Text, "text", PositionOf(nameof(Text))),
        BoldBytes = Bold is null ? [] : files.ReadFont(Bold, "bold", PositionOf(nameof(Bold))),
    };
}
