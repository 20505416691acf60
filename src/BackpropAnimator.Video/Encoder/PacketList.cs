using System.Globalization;

namespace BackpropAnimator.Video.Encoder;

/// <summary>A file's packets, as FFmpeg's <c>framecrc</c> format lists them: a comment with the time base, then a line for each.</summary>
internal static class PacketList
{
    const string TimeBase = "#tb 0: ";

    /// <returns>How many there are, and when the last one ends.</returns>
    public static (int Count, double Seconds) Read(IEnumerable<string> lines)
    {
        var (count, end, tick) = (0, 0L, 0.0);
        foreach (var line in lines)
            if (line.StartsWith(TimeBase, StringComparison.Ordinal)) tick = Ratio(line[TimeBase.Length..]);
            // stream, decoding time, presentation time, duration, size, checksum
            else if (!line.StartsWith('#') && line.Split(',') is [_, _, var shown, var duration, ..])
                (count, end) = (count + 1, Math.Max(end, Number(shown) + Number(duration)));
        return (count, end * tick);
    }

    static double Ratio(string text) => text.Split('/') is [var over, var under] ? (double)Number(over) / Number(under) : 0;

    static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
