using System.Diagnostics;
using System.Text;

namespace BackpropAnimator.Cli.Tests;

/// <summary>Other programs, as judges of what ours wrote.</summary>
static class Tool
{
    /// <summary>The decoded frames' hashes, with their timestamps.</summary>
    public static string FrameMd5(string file) => Text("ffmpeg", "-v", "error", "-i", file, "-map", "0:v", "-f", "framemd5", "-");

    /// <summary>The pixels of a picture, BGRA.</summary>
    public static byte[] Pixels(string file) => Bytes("ffmpeg", "-v", "error", "-i", file, "-f", "rawvideo", "-pix_fmt", "bgra", "-");

    /// <summary>What FFprobe says of the video stream, as lines of <c>key=value</c>.</summary>
    public static string[] Probe(string file, string entries) =>
        Text(
            "ffprobe", "-v", "error", "-select_streams", "v", "-count_frames", "-show_entries", entries,
            "-of", "default=noprint_wrappers=1", file)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Where a program is on the search path.</summary>
    public static string PathOf(string program) => Text("sh", "-c", $"command -v {program}").Trim();

    /// <summary>Whether an FFmpeg writes into a folder.</summary>
    public static bool IsEncoding(string folder) => Runs("file:" + folder);

    /// <summary>Whether a process runs that has a text in its command line.</summary>
    static bool Runs(string commandLinePart) => Directory.GetDirectories("/proc").Any(process =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Contains(commandLinePart, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // No process, or one that has just ended.
        }
    });

    public static string Text(string program, params string[] arguments) => Encoding.UTF8.GetString(Bytes(program, arguments));

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
