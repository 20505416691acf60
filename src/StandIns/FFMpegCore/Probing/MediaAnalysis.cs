using System.Globalization;
using System.Text.Json;
using FFMpegCore.Builders.MetaData;

namespace FFMpegCore.Probing;

/// <summary>Reads FFprobe's JSON (<c>-print_format json -sexagesimal</c>).</summary>
internal sealed class MediaAnalysis : IMediaAnalysis
{
    public MediaAnalysis(JsonElement root)
    {
        if (root.TryGetProperty("format", out var format)) Format = ReadFormat(format);
        Chapters = [.. List(root, "chapters").Select(ReadChapter)];
        PrimaryVideoStream = List(root, "streams").Where(s => Text(s, "codec_type") == "video").Select(ReadVideo).FirstOrDefault();
    }

    public TimeSpan Duration => Format.Duration;
    public MediaFormat Format { get; } = new();
    public List<ChapterData> Chapters { get; }
    public VideoStream? PrimaryVideoStream { get; }

    static MediaFormat ReadFormat(JsonElement format) => new()
    {
        Duration = Time(format, "duration"),
        FormatName = Text(format, "format_name"),
        Tags = Tags(format),
    };

    static ChapterData ReadChapter(JsonElement chapter) =>
        new(Tags(chapter)?.GetValueOrDefault("title") ?? "", Time(chapter, "start_time"), Time(chapter, "end_time"));

    static VideoStream ReadVideo(JsonElement stream) => new()
    {
        CodecName = Text(stream, "codec_name"),
        StartTime = Time(stream, "start_time"),
        Duration = Time(stream, "duration"),
        Profile = Text(stream, "profile"),
        Width = Number(stream, "width"),
        Height = Number(stream, "height"),
        AvgFrameRate = Ratio(stream, "avg_frame_rate"),
        FrameRate = Ratio(stream, "r_frame_rate"),
        PixelFormat = Text(stream, "pix_fmt"),
        ColorRange = Text(stream, "color_range"),
        ColorSpace = Text(stream, "color_space"),
        ColorTransfer = Text(stream, "color_transfer"),
        ColorPrimaries = Text(stream, "color_primaries"),
    };

    static JsonElement.ArrayEnumerator List(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? list.EnumerateArray() : default;

    static Dictionary<string, string>? Tags(JsonElement element) =>
        element.TryGetProperty("tags", out var tags)
            ? tags.EnumerateObject().ToDictionary(t => t.Name, t => t.Value.GetString() ?? "", StringComparer.OrdinalIgnoreCase)
            : null;

    static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    static int Number(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetInt32() : 0;

    // 30000/1001
    static double Ratio(JsonElement element, string name) =>
        Text(element, name).Split('/') is [var over, var under] && Parse(under) is > 0 and var divisor ? Parse(over) / divisor : 0;

    // 0:00:52.000000; absent where a stream has no such time
    static TimeSpan Time(JsonElement element, string name) =>
        Text(element, name).Split(':') is [var hours, var minutes, var seconds]
            ? TimeSpan.FromTicks((long)Math.Round(((Parse(hours) * 60 + Parse(minutes)) * 60 + Parse(seconds)) * TimeSpan.TicksPerSecond))
            : TimeSpan.Zero;

    static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);
}
