namespace FFMpegCore;

public abstract class MediaStream
{
    public string CodecName { get; set; } = "";
    public TimeSpan StartTime { get; set; }
    public TimeSpan Duration { get; set; }
}

/// <summary>A video stream; names of formats and colours are FFmpeg's.</summary>
public class VideoStream : MediaStream
{
    public string Profile { get; set; } = "";
    public int Width { get; set; }
    public int Height { get; set; }

    /// <summary>Frames per second over the whole stream: their number by its duration.</summary>
    public double AvgFrameRate { get; set; }

    /// <summary>The slowest rate at which every timestamp is exact.</summary>
    public double FrameRate { get; set; }

    public string PixelFormat { get; set; } = "";
    public string ColorRange { get; set; } = "";
    public string ColorSpace { get; set; } = "";
    public string ColorTransfer { get; set; } = "";
    public string ColorPrimaries { get; set; } = "";
}
