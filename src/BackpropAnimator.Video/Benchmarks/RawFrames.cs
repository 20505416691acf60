using System.Globalization;
using BackpropAnimator.Files;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video.Encoder;
using BackpropAnimator.Video.Files;
using BackpropAnimator.Video.Pump;

namespace BackpropAnimator.Video;

/// <summary>Painted and converted frames in a file, as FFmpeg reads them: 3.1 MB a frame at 1080p. Disposing removes the file.</summary>
public sealed class RawFrames : IDisposable
{
    // Linux keeps the files of this folder in memory.
    const string MemoryFolder = "/dev/shm";

    // What others may write meanwhile.
    const long Reserve = 256L << 20;

    readonly string path;

    RawFrames(string path, string arguments, int count) => (this.path, Arguments, Count) = (path, arguments, count);

    /// <summary>Whether the file is kept in memory.</summary>
    public bool InMemory => path.StartsWith(MemoryFolder + "/", StringComparison.Ordinal);

    /// <summary>The folder that the file is in.</summary>
    public string Folder => Path.GetDirectoryName(path)!;

    internal int Count { get; }

    internal string Arguments { get; }

    internal string File => path;

    /// <summary>Paints and converts frames, in memory where there is room for them, else in the folder for temporary files.</summary>
    /// <exception cref="RenderException">There is no room for them.</exception>
    public static RawFrames Paint(FrameSequence frames, VideoSettings settings, FontShelf fonts, CancellationToken cancellation)
    {
        var layout = settings.Kind.Codec.Layout(settings);
        using var painter = new PlanarPainter(settings.Size, fonts, layout);
        var bytes = (long)frames.Count * painter.BytesPerPicture;
        var place = Path.Combine(FolderFor(bytes), $"backprop-animator-{Guid.NewGuid():N}.raw");
        var raw = new RawFrames(place, EncoderArguments.RawVideo(settings.Size, frames.Rate, layout), frames.Count);
        try
        {
            Disk.Write(raw.path, () => raw.Write(frames, painter, cancellation));
            return raw;
        }
        catch
        {
            raw.Dispose();
            throw;
        }
    }

    public void Dispose() => Discard.File(path);

    void Write(FrameSequence frames, PlanarPainter painter, CancellationToken cancellation)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var n = 0; n < frames.Count; n++)
        {
            var picture = painter.Paint(frames.FrameAt(n), cancellation);
            file.Write(picture.Planes.Bytes);
            picture.Release();
        }
    }

    static string FolderFor(long bytes)
    {
        string[] places = Directory.Exists(MemoryFolder) ? [MemoryFolder, Path.GetTempPath()] : [Path.GetTempPath()];
        return places.FirstOrDefault(place => new DriveInfo(place).AvailableFreeSpace >= bytes + Reserve)
            ?? throw new RenderException(string.Create(
                CultureInfo.InvariantCulture,
                $"The frames to measure the encoder with take {(bytes + Reserve) / 1e9:0.0} GB, more than is free in ")
                + $"{string.Join(" or ", places)}; free some space, or choose a smaller --size.");
    }
}
