using System.Collections.Immutable;

namespace BackpropAnimator.Video;

/// <summary>How far a render has come.</summary>
/// <param name="FramesDone">Frames that the encoder has taken or that were reused, or pictures written.</param>
/// <param name="FramesReused">How many of these came from the cache.</param>
public readonly record struct RenderProgress(int FramesDone, int FrameCount, int FramesReused = 0);

/// <summary>What a render did.</summary>
public sealed record RenderReport(ImmutableArray<ChunkReport> Chunks)
{
    /// <summary>Whether the file was there already, just as it would have been written, and was left alone.</summary>
    public bool WasThere { get; init; }

    /// <summary>What went wrong and did no harm, each as a clause: a cache that cannot be written.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>What became of the sound; null for a video without.</summary>
    public SoundReport? Sound { get; init; }

    /// <summary>Whether there is sound that the video's format has no place for.</summary>
    public bool LacksSound { get; init; }

    /// <summary>The files with subtitles beside the video; none where nothing is read.</summary>
    public ImmutableArray<string> SubtitleFiles { get; init; } = [];

    public int FramesReused => Chunks.Where(c => c.Reused).Sum(c => c.FrameCount);
}

/// <summary>One chunk of a rendered video.</summary>
/// <param name="Key">The hash of all that its pictures depend on, in hexadecimal digits.</param>
/// <param name="Reused">Whether it was in the cache.</param>
public sealed record ChunkReport(int FirstFrame, int FrameCount, string Key, bool Reused);

/// <summary>The sound of a rendered video.</summary>
/// <param name="Codec">How it is compressed, such as AAC.</param>
/// <param name="Key">The hash of all that it depends on, in hexadecimal digits.</param>
/// <param name="Reused">Whether it was in the cache.</param>
public sealed record SoundReport(string Codec, string Key, bool Reused)
{
    /// <summary>In LUFS, of the whole lesson's sound; null for silence, and for what was not measured again.</summary>
    public double? Loudness { get; init; }
}
