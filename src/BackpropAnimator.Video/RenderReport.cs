using System.Collections.Immutable;

namespace BackpropAnimator.Video;

/// <summary>What a render did.</summary>
public sealed record RenderReport(ImmutableArray<ChunkReport> Chunks)
{
    /// <summary>Whether the file was there already, just as it would have been written, and was left alone.</summary>
    public bool WasThere { get; init; }

    public int FramesReused => Chunks.Where(c => c.Reused).Sum(c => c.FrameCount);
}

/// <summary>One chunk of a rendered video.</summary>
/// <param name="Key">The hash of all that its pictures depend on, in hexadecimal digits.</param>
/// <param name="Reused">Whether it was in the cache.</param>
public sealed record ChunkReport(int FirstFrame, int FrameCount, string Key, bool Reused);
