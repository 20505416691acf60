using System.Collections.Concurrent;
using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video.Files;
using BackpropAnimator.Video.Rendering;
using SkiaSharp;

namespace BackpropAnimator.Video;

/// <summary>Frames as PNG files, painted as a video's frames are.</summary>
public static class PngExport
{
    // The painter's surface and ground, a copy for the PNG, and the PNG.
    const int BytesPerPixel = 16;

    // PNG is lossless whatever the quality says.
    const int Quality = 100;

    /// <summary>Writes frames as <c>000000.png</c>, <c>000001.png</c>, … in the order given.</summary>
    /// <param name="indices">Which frames, each from 0 to the sequence's count.</param>
    /// <param name="folder">Where to; made if it is not there.</param>
    /// <param name="progress">Told after every picture, from a thread of the export.</param>
    /// <exception cref="RenderException">The folder or a file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled. Pictures already complete stay; none is half written.</exception>
    public static async Task WriteFramesAsync(
        FrameSequence frames, IReadOnlyList<int> indices, SKSizeI size, FontShelf fonts, string folder,
        IProgress<RenderProgress>? progress = null, CancellationToken cancellation = default)
    {
        Disk.Write(folder, () => Directory.CreateDirectory(folder));
        var done = 0;
        // Neighbouring frames stay together, because a painter repaints only what differs from the frame before.
        var stretches = Partitioner.Create(0, indices.Count, Math.Max(1, indices.Count / (Environment.ProcessorCount * 4)));
        using var painters = new ThreadLocal<Painter>(() => new(size, fonts), trackAllValues: true);
        try
        {
            await Task.Run(() => Parallel.ForEach(stretches, Options(size, cancellation), stretch =>
            {
                for (var i = stretch.Item1; i < stretch.Item2; i++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    WriteStill(frames, indices[i], painters.Value!, Path.Combine(folder, $"{i:000000}.png"));
                    progress?.Report(new(Interlocked.Increment(ref done), indices.Count));
                }
            }), cancellation).ConfigureAwait(false);
        }
        catch (AggregateException e)
        {
            throw e.Flatten().InnerExceptions.OfType<RenderException>().FirstOrDefault() ?? e.Flatten().InnerExceptions[0];
        }
        finally
        {
            foreach (var painter in painters.Values) painter.Dispose();
        }
    }

    /// <summary>Writes one frame.</summary>
    /// <exception cref="RenderException">The file cannot be written; nothing is left behind.</exception>
    public static void WriteStill(FrameSequence frames, int index, SKSizeI size, FontShelf fonts, string file)
    {
        using var painter = new Painter(size, fonts);
        WriteStill(frames, index, painter, file);
    }

    /// <summary>Writes one frame by a painter that may have painted another before.</summary>
    /// <exception cref="RenderException">The file cannot be written; nothing is left behind.</exception>
    public static void WriteStill(FrameSequence frames, int index, Painter painter, string file)
    {
        painter.Paint(frames.FrameAt(index));
        Write(painter.Pixels, painter.Size, file);
    }

    /// <summary>Writes pixels.</summary>
    /// <param name="bgra">The picture, opaque, without padding.</param>
    /// <exception cref="RenderException">The file cannot be written; nothing is left behind.</exception>
    internal static void Write(ReadOnlySpan<byte> bgra, SKSizeI size, string file)
    {
        using var image = SKImage.FromPixelCopy(new SKImageInfo(size.Width, size.Height, SKColorType.Bgra8888, SKAlphaType.Premul), bgra);
        using var data = image.Encode(SKEncodedImageFormat.Png, Quality);
        OutputFile.Write(file, data.SaveTo);
    }

    static ParallelOptions Options(SKSizeI size, CancellationToken cancellation) => new()
    {
        CancellationToken = cancellation,
        MaxDegreeOfParallelism = new MemoryBudget(size, BytesPerPixel, MemoryBudget.DefaultLimit).Fitting,
    };
}
