using System.Collections.Concurrent;
using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video.Pixels;
using SkiaSharp;

namespace BackpropAnimator.Video.Pump;

/// <summary>Paints frames and converts what changed, into a few buffers that are used over and over.</summary>
/// <remarks>Painting waits while all buffers are on their way to the encoder. An unchanged frame is the same picture again.</remarks>
internal sealed class PlanarPainter : IDisposable
{
    // Five frames are 15 MB at 1080p and 62 MB at 4K: enough to hide uneven painting from the encoder, which may still read in the one
    // it took last, and few enough that a buffer is not far behind the surface when its turn comes.
    const int PicturesInFlight = 5;

    readonly Painter painter;
    readonly BlockingCollection<Picture> free = [];
    readonly Picture[] pictures;
    Picture? latest;

    public PlanarPainter(SKSizeI size, FontShelf fonts, PixelLayout? layout = null)
    {
        Layout = layout ?? PixelLayout.Yuv420;
        painter = new(size, fonts);
        pictures = [.. Enumerable.Range(0, PicturesInFlight).Select(_ => new Picture(Layout.NewPicture(size), free))];
        foreach (var picture in pictures) free.Add(picture);
    }

    public SKSizeI Size => painter.Size;
    public PixelLayout Layout { get; }
    public int BytesPerPicture => pictures[0].Planes.Bytes.Length;

    /// <summary>Paints a frame. The caller releases the picture.</summary>
    public Picture Paint(Frame frame, CancellationToken cancellation)
    {
        var changes = painter.Paint(frame);
        if (changes.Count == 0 && latest is not null) return latest.Use();

        foreach (var picture in pictures)
            foreach (var rectangle in changes) picture.Dirty.Add(rectangle);
        latest?.Release();
        latest = null;
        var next = free.Take(cancellation);
        foreach (var rectangle in next.Dirty.Take()) next.Planes.Convert(painter.Pixels, rectangle);
        latest = next.Use();
        return next.Use();
    }

    public void Dispose()
    {
        painter.Dispose();
        free.Dispose();
    }
}

/// <summary>A pooled buffer with one converted frame. It goes back to the pool when its last user has released it.</summary>
internal sealed class Picture(EncoderPicture planes, BlockingCollection<Picture> pool)
{
    int users;

    public EncoderPicture Planes => planes;

    /// <summary>What differs from the painter's surface.</summary>
    public DirtyTiles Dirty { get; } = new(planes.Size);

    public Picture Use()
    {
        Interlocked.Increment(ref users);
        return this;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref users) == 0) pool.Add(this);
    }
}
