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
    readonly PaintArea area;
    readonly PixelContext context;
    readonly TileGrid tiles;
    readonly ItemShelf items;
    readonly StillLayer still;
    Backdrop? backdrop;
    byte[]? ground;
    SKSize stage;
    bool isForgotten;

    /// <param name="size">The picture's width and height in pixels.</param>
    public Painter(SKSizeI size, FontShelf fonts)
    {
        Size = size;
        picture = new(size);
        area = new(size);
        context = new(fonts);
        tiles = new(size);
        items = new(fonts, size, tiles);
        still = new(size);
    }

    public SKSizeI Size { get; }

    /// <summary>
    /// The picture: BGRA, 8 bits a channel, rows of 4 × width bytes. Opaque; over <see cref="Backdrop.None"/>, premultiplied.
    /// </summary>
    public ReadOnlySpan<byte> Pixels => picture.Pixels;

    /// <summary>Paints a frame over the one before.</summary>
    /// <returns>
    /// The rectangles that were repainted, in pixels: even but at the picture's sides, not overlapping, everything the first time, none for
    /// an equal frame. Valid until the next call.
    /// </returns>
    public IReadOnlyList<SKRectI> Paint(Frame frame)
    {
        var isOtherGround = stage != frame.Stage || backdrop != frame.Backdrop;
        if (isOtherGround) TakeGround(frame);
        var everything = isOtherGround || isForgotten;
        isForgotten = false;
        var scale = (float)Size.Width / frame.Stage.Width;

        tiles.Unmark();
        items.Begin(scale);
        foreach (var item in frame.Items) items.Place(item);
        items.End();
        if (everything) tiles.MarkAll();
        area.Set(tiles.Rectangles());
        still.Follow(items.Now, items.Same, scale, LayGround, context);
        if (area.Rectangles.Count > 0) Repaint(scale);
        return area.Rectangles;
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
        ground = backdrop == Backdrop.None ? null : backdrop.Render(Size);
        context.HasGround = ground is not null;
        still.Forget();
    }

    void LayGround(PixelSurface surface, SKRectI part)
    {
        if (ground is null) surface.Clear(part);
        else surface.Copy(ground, part);
    }

    // Every item is painted once, as a whole: the clip and the light keep to the area.
    void Repaint(float scale)
    {
        foreach (var rectangle in area.Rectangles)
            if (still.Count > 0) still.CopyTo(picture, rectangle);
            else LayGround(picture, rectangle);
        context.Begin(picture, area, scale);
        foreach (var here in items.Now[still.Count..])
            if (tiles.Touches(here)) here.Item.Paint(context);
        context.End();
    }

    public void Dispose()
    {
        still.Dispose();
        context.Dispose();
        area.Dispose();
        picture.Dispose();
    }
}
