using BackpropAnimator.Timeline;

namespace BackpropAnimator.Video.Chunks;

/// <summary>A file that a chunk waits in until all are joined. What it is does not depend on the format of the finished video.</summary>
/// <param name="Arguments">FFmpeg's options for it.</param>
internal sealed record ChunkContainer(Func<FrameRate, string> Arguments)
{
    /// <summary>Counts a chunk's frames and its time exactly.</summary>
    public static readonly ChunkContainer Mp4 = new(rate => IsoFormat.ContainerArguments("mp4", rate));

    public static readonly ChunkContainer Mov = new(rate => IsoFormat.ContainerArguments("mov", rate));

    public static readonly ChunkContainer WebM = new(_ => "-f webm");
}
