using System.Globalization;
using System.Runtime.InteropServices;
using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Doctor;

/// <summary>Looks at everything that a render needs of the machine.</summary>
internal static class Examination
{
    // A minute of 1080p with its chunks in the cache takes some 50 MB.
    const long LowDisk = 1L << 30;

    const string InstallFFmpeg = "install FFmpeg; on Debian or Ubuntu: sudo apt install ffmpeg";

    // What the encoders are for, the one that everything needs first.
    static readonly (string Use, string[] AnyOf)[] encoders =
    [
        ("H.264 in MP4", ["libx264"]),
        ("H.265", ["libx265"]),
        ("AV1", ["libsvtav1"]),
        ("VP9 in WebM", ["libvpx-vp9"]),
        ("ProRes in MOV", ["prores_ks"]),
        ("GIF", ["gif"]),
        ("APNG", ["apng"]),
    ];

    public static async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation) =>
    [
        .. await FFmpegAsync(cancellation),
        Drawing(),
        Disk("disk here", Environment.CurrentDirectory),
        Disk("disk of the cache", RenderOptions.UsersCacheFolder),
        Memory(),
        new("system", Health.Ok, $"{RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processors"),
    ];

    static async Task<IEnumerable<Finding>> FFmpegAsync(CancellationToken cancellation)
    {
        List<Finding> findings = [];
        var ffmpeg = await FFmpegInfo.AskAsync(cancellation: cancellation);
        findings.Add(ffmpeg is null ? new("ffmpeg", Health.Broken, "not found", InstallFFmpeg) : new("ffmpeg", Health.Ok, ffmpeg.Version));
        if (ffmpeg is null) return findings;
        foreach (var (use, anyOf) in encoders)
            findings.Add(anyOf.FirstOrDefault(ffmpeg.Encoders.Contains) is { } encoder
                ? new(use, Health.Ok, encoder)
                : new(use, use == encoders[0].Use ? Health.Broken : Health.Limited, "no encoder", $"install an FFmpeg that has {string.Join(" or ", anyOf)}"));
        return findings;
    }

    // Opens the fonts and paints a picture: whatever library these need is then there.
    static Finding Drawing()
    {
        try
        {
            using var fonts = FontShelf.Open();
            using var painter = new Painter(new(32, 32), fonts);
            painter.Paint(new(new(320, 320), new(new(0, 0, 0), new(0, 0, 0)), [new TextLine("δ", new(100, 200), 200, new(255, 255, 255), Face.Bold)]));
            return painter.Pixels.ToArray().Where((_, i) => i % 4 != 3).Any(level => level > 0)
                ? new("drawing and fonts", Health.Ok, $"{Enum.GetValues<Face>().Length} faces, a picture was painted")
                : new("drawing and fonts", Health.Broken, "a letter that was painted is not there", "reinstall the program");
        }
        catch (Exception e) when (e is DllNotFoundException or FileNotFoundException)
        {
            return new("drawing and fonts", Health.Broken, "something is missing", e.Message);
        }
    }

    static Finding Disk(string subject, string folder)
    {
        var there = new DirectoryInfo(folder);
        while (!there.Exists && there.Parent is { } parent) there = parent;
        var free = new DriveInfo(there.FullName).AvailableFreeSpace;
        var detail = $"{Gigabytes(free)} free for {folder}";
        return free < LowDisk ? new(subject, Health.Limited, detail, "free some space, or write to another disk") : new(subject, Health.Ok, detail);
    }

    static Finding Memory() => new("memory", Health.Ok, $"{Gigabytes(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)} may be used");

    static string Gigabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB");
}
