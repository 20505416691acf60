namespace FFMpegCore;

/// <summary>Where FFmpeg's programs are, and where they run.</summary>
public class FFOptions
{
    /// <summary>The working directory of the programs; empty for our own.</summary>
    public string WorkingDirectory { get; set; } = "";

    /// <summary>The folder of <c>ffmpeg</c> and <c>ffprobe</c>; empty for the search path.</summary>
    public string BinaryFolder { get; set; } = "";
}
