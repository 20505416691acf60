using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>
/// A picture of the ground and of the items at the bottom of the display list that have stayed the same for some frames: what is repainted
/// over them begins with a copy of it.
/// </summary>
internal sealed class StillLayer : IDisposable
{
    // Items that stay this many frames are likely to stay longer. More of them are taken in later than the first ones: should they
    // change after all, the whole picture has to be begun anew.
    const int FramesToStay = 8, FramesToStayLater = 32;

    // Painting fewer than this many over and over is cheap.
    const int FewestItems = 32;

    // As large as the picture: 8 MB at 1080p, and only there once something stays.
    PixelSurface? picture;
    readonly SKSizeI size;
    readonly PaintArea whole;
    int staying = int.MaxValue, frames;

    public StillLayer(SKSizeI size)
    {
        this.size = size;
        whole = new(size);
        whole.Set([SKRectI.Create(size)]);
    }

    /// <summary>How many of the frame's first items are in the picture.</summary>
    public int Count { get; private set; }

    /// <summary>Looks at the next frame, and takes in what has stayed.</summary>
    /// <param name="same">How many of its first items are those of the frame before.</param>
    /// <param name="scale">Pixels a stage unit.</param>
    /// <param name="layGround">Lays the ground in a part of a picture.</param>
    public void Follow(ReadOnlySpan<PlacedItem> items, int same, float scale, Action<PixelSurface, SKRectI> layGround, PixelContext context)
    {
        if (same < Count) Forget();
        staying = Math.Min(staying, same);
        if (++frames < (Count == 0 ? FramesToStay : FramesToStayLater)) return;
        if (staying >= Count + FewestItems) TakeIn(items[..staying], scale, layGround, context);
        (staying, frames) = (int.MaxValue, 0);
    }

    /// <summary>Begins anew: another ground, or other items at the bottom.</summary>
    public void Forget() => (Count, staying, frames) = (0, int.MaxValue, 0);

    /// <summary>Copies a part of the picture to the same place of another of the same size.</summary>
    public void CopyTo(PixelSurface target, SKRectI part) => target.Copy(picture!.Pixels, part);

    void TakeIn(ReadOnlySpan<PlacedItem> items, float scale, Action<PixelSurface, SKRectI> layGround, PixelContext context)
    {
        picture ??= new(size);
        if (Count == 0) layGround(picture, whole.Rectangles[0]);
        context.Begin(picture, whole, scale);
        foreach (var here in items[Count..]) here.Item.Paint(context);
        context.End();
        Count = items.Length;
    }

    public void Dispose()
    {
        picture?.Dispose();
        whole.Dispose();
    }
}
