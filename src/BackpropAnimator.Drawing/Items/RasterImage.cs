using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A picture made of pixels, stretched over a rectangle: an image file, a shaded surface.</summary>
/// <param name="Opacity">0 to 1.</param>
public sealed record RasterImage(Raster Raster, SKRect Rect, float Opacity = 1) : DrawItem
{
    public override SKRect Bounds(FontShelf fonts) => Rect;

    internal override void Paint(PaintContext context) => context.Draw(Raster, Rect, SKColors.White.Faded(Opacity));

    internal override void Describe(ref FingerprintBuilder hash)
    {
        hash.Add(Raster.Content.High);
        hash.Add(Raster.Content.Low);
        hash.Add(Rect);
        hash.Add(Opacity);
    }
}
