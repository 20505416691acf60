using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Script.Data;

namespace BackpropAnimator.Script;

/// <summary>What is said during a phase: words for the scene's voice, or a recording of one's own.</summary>
public sealed record SayScript : ScriptElement
{
    [Description("The words. A name in braces, such as `{wave}`, is a mark: the phase's moment of that name falls on it. With `file`, " +
        "what is said in it, for subtitles and marks.")]
    [ShortForm, Spoken, NotWords]
    public string? Text { get; init; }

    [Description("A recording of your own, a WAV file beside the scene, in the place of the scene's voice.")]
    [NotWords]
    public string? File { get; init; }

    [Description("When the marks of `text` come in the recording, one time for each. Left out, they are estimated from the words before " +
        "them.")]
    [Duration, Limits(0, 3600), OneOrMany, Count(0, 50)]
    public ImmutableArray<double> MarksAt { get; init; } = [];

    /// <summary>The bytes of the recording; empty where there is none.</summary>
    public ImmutableArray<byte> FileBytes { get; init; } = [];

    /// <summary>Where the recording is; null where there is none.</summary>
    public string? FilePath { get; init; }

    /// <summary>The words with their marks, in pieces.</summary>
    public SpokenText Spoken => SpokenText.Parse(Text ?? "");

    /// <summary>A long phase in 48 kHz stereo of 24 bits takes 17 MB a minute.</summary>
    internal const int MaxFileBytes = 64 << 20;

    internal SayScript WithFiles(SceneFiles files) => File is null ? this : this with
    {
        FilePath = files.PathOf(File, "say", PositionOf(nameof(File))),
        FileBytes = files.Read(File, MaxFileBytes, "say", PositionOf(nameof(File))) is { } bytes ? [.. bytes.Span] : [],
    };
}
