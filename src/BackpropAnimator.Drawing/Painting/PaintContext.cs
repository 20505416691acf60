using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>
/// What items paint with: a canvas in stage units, light, the fonts, and paints that are set up anew for every use, so that none are made per frame.
/// </summary>
internal sealed class PaintContext(FontShelf fonts) : IDisposable
{
    // Skia draws lines of up to one pixel in another way, whose pixels depend on the clip.
    const float ThinnestLine = 1.01f;

    readonly SKPaint fill = new() { IsAntialias = true };
    readonly Images images = new();
    readonly SKPaint stroke = new() { IsAntialias = true, Style = SKPaintStyle.Stroke };
    PixelSurface? surface;
    PaintArea? area;
    float scale;

    public FontShelf Fonts { get; } = fonts;

    /// <summary>In stage units.</summary>
    public SKCanvas Canvas => surface!.Canvas;

    /// <summary>Starts to paint a part of a picture; <see cref="End"/> ends it.</summary>
    /// <param name="scale">Pixels a stage unit.</param>
    public void Begin(PixelSurface surface, PaintArea area, float scale)
    {
        (this.surface, this.area, this.scale) = (surface, area, scale);
        Canvas.Save();
        Canvas.ClipRegion(area.Clip);
        Canvas.Translate(0, PixelSurface.Margin);
        Canvas.Scale(scale, scale);
    }

    public void End()
    {
        Canvas.Restore();
        (surface, area) = (null, null);
    }

    public SKPaint Fill(SKColor color)
    {
        fill.Color = color;
        return fill;
    }

    /// <param name="width">In stage units. A line thinner than a pixel is drawn as wide as one, and as much fainter.</param>
    public SKPaint Stroke(SKColor color, float width, SKStrokeCap cap = SKStrokeCap.Butt, SKStrokeJoin join = SKStrokeJoin.Round)
    {
        var pixels = width * scale;
        stroke.Color = pixels < ThinnestLine ? color.Faded(pixels / ThinnestLine) : color;
        stroke.StrokeWidth = Math.Max(width, ThinnestLine / scale);
        stroke.StrokeCap = cap;
        stroke.StrokeJoin = join;
        stroke.PathEffect = null;
        return stroke;
    }

    /// <summary>Draws a raster, stretched over a rectangle.</summary>
    /// <param name="veil">Its alpha is the raster's opacity.</param>
    public void Draw(Raster raster, SKRect rect, SKColor veil)
    {
        var place = new SKRect(rect.Left * scale, rect.Top * scale, rect.Right * scale, rect.Bottom * scale);
        if (place.Width <= 0 || place.Height <= 0) return;
        Canvas.Save();
        Canvas.SetMatrix(SKMatrix.CreateTranslation(MathF.Floor(place.Left), MathF.Floor(place.Top) + PixelSurface.Margin));
        Canvas.DrawImage(images.Of(raster, place), 0, 0, SKSamplingOptions.Default, Fill(veil));
        Canvas.Restore();
    }

    /// <summary>Lays light over what has been painted.</summary>
    /// <param name="light">In stage units.</param>
    /// <param name="color">Its alpha is the light's strength.</param>
    /// <param name="core">The colour in the hot middle.</param>
    public void Shine(Light light, SKColor color, SKColor core, GlowBlend blend) =>
        LightPainter.Lay(light.Scaled(scale), color, core, blend, surface!, area!.Rectangles);

    public void Dispose()
    {
        fill.Dispose();
        stroke.Dispose();
        images.Dispose();
    }
}
