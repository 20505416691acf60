using System.Diagnostics;

namespace BackpropAnimator.Video.Tests;

/// <summary>FFmpeg's programs as the judge of what we wrote.</summary>
static class Tool
{
    /// <summary>The decoded frames' hashes, with their timestamps.</summary>
    public static string FrameMd5(string file) => Text("ffmpeg", "-v", "error", "-i", file, "-map", "0:v", "-f", "framemd5", "-");

    /// <summary>The same, with the alpha of those that have one.</summary>
    public static string FrameMd5(string file, VideoKind kind) =>
        Text("ffmpeg", ["-v", "error", .. Decoder(kind), "-i", file, "-map", "0:v", "-f", "framemd5", "-"]);

    /// <summary>The pixels of every frame of a video of <see cref="TestFrames.Size"/>, BGRA with straight alpha.</summary>
    public static byte[][] Frames(string file, VideoKind kind)
    {
        string[] pixels =
            ["-fps_mode", "passthrough", "-vf", "scale=flags=accurate_rnd+full_chroma_int", "-f", "rawvideo", "-pix_fmt", "bgra", "-"];
        return [.. Bytes("ffmpeg", ["-v", "error", .. Decoder(kind), "-i", file, .. pixels])
            .Chunk(4 * TestFrames.Size.Width * TestFrames.Size.Height)];
    }

    // FFmpeg's own decoder of VP9 leaves alpha out.
    static string[] Decoder(VideoKind kind) => kind is { Codec.Name: "vp9", Transparent: true } ? ["-c:v", "libvpx-vp9"] : [];

    /// <summary>How long a GIF shows each of its frames, in hundredths of a second: the delays of its graphic control extensions.</summary>
    public static IEnumerable<long> GifDelays(string file)
    {
        var bytes = File.ReadAllBytes(file);
        // Header and screen, the global table of colours, then blocks (GIF89a, 17 to 26).
        var at = 13 + TableLength(bytes[10]);
        while (bytes[at] != 0x3B)
        {
            if (bytes[at] == 0x21)
            {
                if (bytes[at + 1] == 0xF9) yield return bytes[at + 4] | bytes[at + 5] << 8;
                at += 2;
            }
            else at += 10 + TableLength(bytes[at + 9]) + 1;
            while (bytes[at] != 0) at += bytes[at] + 1;
            at++;
        }

        static int TableLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    /// <summary>The pixels of a picture, BGRA.</summary>
    public static byte[] Pixels(string file) => Bytes("ffmpeg", "-v", "error", "-i", file, "-f", "rawvideo", "-pix_fmt", "bgra", "-");

    /// <summary>All frames of a video, as they are stored.</summary>
    public static byte[] Planes(string file) => Bytes("ffmpeg", "-v", "error", "-i", file, "-f", "rawvideo", "-pix_fmt", "yuv420p", "-");

    /// <summary>Presentation times of the packets in ticks, in order, with the time base.</summary>
    public static (long[] Times, string TimeBase) Times(string file)
    {
        var lines = Probe(file, "packet=pts:stream=time_base").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var (bases, times) = (lines.Where(line => line.Contains('/')), lines.Where(line => !line.Contains('/')));
        return ([.. times.Select(line => long.Parse(line.TrimEnd(','))).Order()], bases.Single());
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
