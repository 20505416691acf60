using FFMpegCore.Builders.MetaData;

namespace FFMpegCore;

/// <summary>What FFprobe says about a file.</summary>
public interface IMediaAnalysis
{
    TimeSpan Duration { get; }
    MediaFormat Format { get; }
    List<ChapterData> Chapters { get; }

    /// <summary>The first video stream, if there is one.</summary>
    VideoStream? PrimaryVideoStream { get; }
}
