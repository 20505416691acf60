using System.Diagnostics;

namespace BackpropAnimator.Video.Tests;

/// <summary>FFmpeg's programs as the judge of what we wrote.</summary>
static class Tool
{
    /// <summary>The decoded frames' hashes, with their timestamps.</summary>
    public static string FrameMd5(string file) => Text("ffmpeg", "-v", "error", "-i", file, "-map", "0:v", "-f", "framemd5", "-");

    /// <summary>The pixels of a picture, BGRA.</summary>
    public static byte[] Pixels(string file) => Bytes("ffmpeg", "-v", "error", "-i", file, "-f", "rawvideo", "-pix_fmt", "bgra", "-");

    /// <summary>All frames of a video, as they are stored.</summary>
    public static byte[] Planes(string file) => Bytes("ffmpeg", "-v", "error", "-i", file, "-f", "rawvideo", "-pix_fmt", "yuv420p", "-");

    /// <summary>Presentation times of the packets in ticks, in order, with the time base.</summary>
    public static (long[] Times, string TimeBase) Times(string file)
    {
        var times = Probe(file, "packet=pts").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => long.Parse(line.TrimEnd(','))).Order().ToArray();
        return (times, Probe(file, "stream=time_base").Trim());
    }

    public static int Keyframes(string file) => Probe(file, "packet=flags").Split('\n').Count(flags => flags.StartsWith('K'));

    public static string Probe(string file, string entries) =>
        Text("ffprobe", "-v", "error", "-select_streams", "v", "-show_entries", entries, "-of", "csv=p=0", file);

    public static string Text(string program, params string[] arguments) => System.Text.Encoding.UTF8.GetString(Bytes(program, arguments));

    static byte[] Bytes(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output.ToArray();
    }
}
