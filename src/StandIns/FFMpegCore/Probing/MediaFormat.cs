namespace FFMpegCore;

/// <summary>The container.</summary>
public class MediaFormat
{
    public TimeSpan Duration { get; set; }
    public string FormatName { get; set; } = "";
    public Dictionary<string, string>? Tags { get; set; }
}
