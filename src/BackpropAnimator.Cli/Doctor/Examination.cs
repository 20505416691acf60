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

    public static async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation) =>
    [
        .. await FFmpegAsync(cancellation),
        Drawing(),
        .. await ScriptExamination.RunAsync(cancellation),
        Disk("disk here", Environment.CurrentDirectory),
        Disk("disk of the cache", RenderOptions.UsersCacheFolder),
        Memory(),
        new(
            "system", Health.Ok,
            $"{RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} " +
                $"processors"),
    ];

    static async Task<IEnumerable<Finding>> FFmpegAsync(CancellationToken cancellation)
    {
        List<Finding> findings = [];
        var ffmpeg = await FFmpegInfo.AskAsync(cancellation: cancellation);
        findings.Add(ffmpeg is null ? new("ffmpeg", Health.Broken, "not found", InstallFFmpeg) : new("ffmpeg", Health.Ok, ffmpeg.Version));
        if (ffmpeg is null) return findings;
        findings.AddRange(Codec.All.Select(codec => EncoderOf(codec, ffmpeg)));
        // Whether the hardware is there as well, only trying it would tell.
        foreach (var hardware in HardwareEncoder.All)
        {
            string[] codecs = [.. hardware.Codecs.Where(codec => ffmpeg.HardwareFor(codec).Contains(hardware)).Select(codec => codec.Name)];
            if (codecs.Length == 0) continue;
            findings.Add(new($"--encoder {hardware}", Health.Ok, $"for {Enumeration.Of(codecs, "and")}, on {hardware.Needs}"));
        }
        return findings;
    }

    static Finding EncoderOf(Codec codec, FFmpegInfo ffmpeg)
    {
        // H.264 in MP4: a format that has the codec unless another is asked for.
        var format = OutputFormat.All.FirstOrDefault(format => format.Codecs[0] == codec && format.Name != codec.Name);
        var use = format is null ? codec.Title : $"{codec.Title} in {format.Title}";
        if (ffmpeg.Encoders.Contains(codec.Encoder)) return new(use, Health.Ok, codec.Encoder);
        var health = codec == VideoKind.Default.Codec ? Health.Broken : Health.Limited;
        return new(use, health, "no encoder", $"install an FFmpeg that has {codec.Encoder}");
    }

    // Opens the fonts and paints a picture: whatever library these need is then there.
    static Finding Drawing()
    {
        try
        {
            using var fonts = FontShelf.Open();
            using var painter = new Painter(new(32, 32), fonts);
            painter.Paint(new(
                new(320, 320), new(new(0, 0, 0), new(0, 0, 0)), [new TextLine("δ", new(100, 200), 200, new(255, 255, 255), Face.Bold)]));
            return painter.Pixels.ToArray().Where((_, i) => i % 4 != 3).Any(level => level > 0)
                ? new("drawing and fonts", Health.Ok, $"{FontShelf.Faces.Length} faces, a picture was painted")
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
        return free < LowDisk
            ? new(subject, Health.Limited, detail, "free some space, or write to another disk")
            : new(subject, Health.Ok, detail);
    }

    static Finding Memory() => new("memory", Health.Ok, $"{Gigabytes(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)} may be used");

    static string Gigabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB");
}
