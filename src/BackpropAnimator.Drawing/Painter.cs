using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>
/// Turns frames into pixels. It keeps the picture of the frame before, and repaints only where the next one looks different;
/// the result is the same, bit for bit, as painting the whole frame anew.
/// </summary>
/// <remarks>A painter is for one thread at a time; several painters may share a font shelf.</remarks>
public sealed class Painter : IDisposable
{
    readonly PixelSurface picture;
    readonly Brushes brushes;
    readonly TileGrid tiles;
    readonly ItemShelf items;
    readonly StillLayer still;
    readonly SKPaint replacing = new() { BlendMode = SKBlendMode.Src };
    readonly List<SKRectI> changes = [];
    Backdrop? backdrop;
    SKImage? ground;
    SKSize stage;
    bool isForgotten;

    /// <param name="size">The picture's width and height in pixels; both even.</param>
    public Painter(SKSizeI size, FontShelf fonts)
    {
        Size = size;
        picture = new(size);
        brushes = new(fonts);
        tiles = new(size);
        items = new(fonts, size, tiles);
        still = new(size);
    }

    public SKSizeI Size { get; }

    /// <summary>The picture: BGRA, 8 bits a channel, rows of 4 × width bytes. Opaque; over <see cref="Backdrop.None"/>, premultiplied.</summary>
    public ReadOnlySpan<byte> Pixels => picture.Pixels;

    /// <summary>Paints a frame over the one before.</summary>
    /// <returns>The rectangles that were repainted, in pixels: even, not overlapping, everything the first time, none for an equal frame. Valid until the next call.</returns>
    public IReadOnlyList<SKRectI> Paint(Frame frame)
    {
        var isOtherGround = stage != frame.Stage || backdrop != frame.Backdrop;
        if (isOtherGround) TakeGround(frame);
        var everything = isOtherGround || isForgotten;
        isForgotten = false;
        var scale = (float)Size.Width / frame.Stage.Width;

        items.Begin(scale);
        foreach (var item in frame.Items) items.Place(item);
        items.End();
        if (everything) tiles.MarkAll();
        tiles.TakeChanges(changes);
        still.Follow(items.Now, items.Same, scale, LayGround, brushes);
        foreach (var rectangle in changes) Repaint(rectangle, scale);
        return changes;
    }

    /// <summary>Forgets the picture: the next frame is painted whole.</summary>
    public void Forget()
    {
        isForgotten = true;
        still.Forget();
    }

    void TakeGround(Frame frame)
    {
        (stage, backdrop) = (frame.Stage, frame.Backdrop);
        ground?.Dispose();
        ground = backdrop == Backdrop.None ? null : backdrop.Render(Size);
        still.Forget();
    }

    void LayGround(SKCanvas canvas)
    {
        if (ground is null) canvas.Clear(SKColors.Empty);
        else canvas.DrawImage(ground, 0, 0, SKSamplingOptions.Default, replacing);
    }

    void Repaint(SKRectI rectangle, float scale)
    {
        var canvas = picture.Canvas;
        canvas.Save();
        canvas.ClipRect(new SKRect(rectangle.Left, rectangle.Top, rectangle.Right, rectangle.Bottom));
        if (still.Count > 0) still.CopyTo(picture.Pixels, rectangle);
        else LayGround(canvas);
        canvas.Scale(scale, scale);
        foreach (var here in items.Now[still.Count..])
            if (here.Touches(rectangle)) here.Item.Paint(canvas, brushes);
        canvas.Restore();
    }

    public void Dispose()
    {
        ground?.Dispose();
        still.Dispose();
        brushes.Dispose();
        replacing.Dispose();
        picture.Dispose();
    }
}
