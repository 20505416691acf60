using System.ComponentModel;
using BackpropAnimator.Script.Data;

namespace BackpropAnimator.Script;

/// <summary>A piece of music that plays through the lesson.</summary>
public sealed record MusicScript : ScriptElement
{
    [Description("A sound file beside the scene: WAV, FLAC, Ogg, MP3 or M4A. It plays again and again, and fades at both ends.")]
    [ShortForm]
    [NotWords]
    public required string File { get; init; }

    [Description("How loud it is where nobody speaks, as a share of the voice's loudness; while somebody speaks it is quieter still.")]
    [Limits(0, 1)]
    public double Volume { get; init; } = 0.15;

    /// <summary>Where <see cref="File"/> is, with its folders; null where there is no such sound.</summary>
    public string? Path { get; init; }

    /// <summary>The hash of what is in it, in hexadecimal digits; empty where there is no such sound.</summary>
    public string Hash { get; init; } = "";

    internal MusicScript WithFiles(SceneFiles files)
    {
        if (File is null || files.FindSound(File, "file", PositionOf(nameof(File))) is not var (path, hash)) return this;
        return this with { Path = path, Hash = hash };
    }
}
