using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Script.Data;

namespace BackpropAnimator.Script;

/// <summary>Fonts of a scene's own for words and numbers.</summary>
public sealed record FontsScript : ScriptElement
{
    [Description("A TTF or OTF file beside the scene, for words and numbers. Letters that it lacks are taken from the program's own font.")]
    [ShortForm]
    public string? Text { get; init; }

    [Description("The same for headings and whatever stands out. Left out, `text`.")]
    public string? Bold { get; init; }

    /// <summary>The bytes of <see cref="Text"/>; empty where there is no such font.</summary>
    public ImmutableArray<byte> TextBytes { get; init; } = [];

    /// <summary>The bytes of <see cref="Bold"/>; empty where there is no such font.</summary>
    public ImmutableArray<byte> BoldBytes { get; init; } = [];

    internal FontsScript WithFiles(SceneFiles files) => this with
    {
        TextBytes = Text is null ? [] : files.ReadFont(Text, "text", PositionOf(nameof(Text))),
        BoldBytes = Bold is null ? [] : files.ReadFont(Bold, "bold", PositionOf(nameof(Bold))),
    };
}
