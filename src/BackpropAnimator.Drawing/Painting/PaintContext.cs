using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>
/// What items paint with: a canvas in stage units, light, the fonts, and paints that are set up anew for every use, so that none are made
/// per frame.
/// </summary>
internal sealed class PaintContext(FontShelf fonts) : IDisposable
{
    // Skia draws lines of up to one pixel in another way, whose pixels depend on the clip.
    const float ThinnestLine = 1.01f;

    // Half of a smoothed edge, in pixels.
    const float Rim = 0.5f;

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

    public SKPaint FillPaint(SKColor color)
    {
        fill.Color = color;
        return fill;
    }

    /// <param name="width">In stage units. A line thinner than a pixel is drawn as wide as one, and as much fainter.</param>
    public SKPaint StrokePaint(SKColor color, float width, SKStrokeCap cap = SKStrokeCap.Butt, SKStrokeJoin join = SKStrokeJoin.Round)
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
        Canvas.DrawImage(images.Of(raster, place), 0, 0, SKSamplingOptions.Default, FillPaint(veil));
        Canvas.Restore();
    }

    /// <summary>Lays soft light around a point over what has been painted.</summary>
    /// <param name="color">Its alpha is the light's strength.</param>
    /// <param name="core">The colour in the hot middle.</param>
    public void Shine(SKPoint centre, float radius, SKColor color, SKColor core, GlowBlend blend) =>
        Paint(Segment(centre, centre, radius, radius), 0, FieldProfile.Spot, new(color, core, blend));

    /// <summary>Lays faint light in an upright ellipse over what has been painted.</summary>
    /// <param name="color">Its alpha is the light's strength.</param>
    public void ShineInEllipse(SKPoint centre, float across, float down, SKColor color, GlowBlend blend) =>
        Paint(
            new EllipseField(new(centre.X * scale, centre.Y * scale), across * scale, down * scale), 0, FieldProfile.Veil,
            new(color, color, blend));

    /// <summary>Lays light along a line over what has been painted.</summary>
    /// <param name="fromRadius">How far the light reaches at the first end; from there it widens evenly.</param>
    /// <param name="width">Of the sharp line in the middle, where the profile has one.</param>
    /// <param name="color">Its alpha is the light's strength.</param>
    public void Shine(
        SKPoint from, SKPoint to, float fromRadius, float toRadius, float width, FieldProfile profile, SKColor color, GlowBlend blend) =>
        Paint(Segment(from, to, fromRadius, toRadius), width * scale / 2, profile, new(color, color, blend));

    /// <summary>Draws a line with round ends, or a disc where both ends are one.</summary>
    /// <remarks>Skia takes five times as long: it makes an outline of the line first and then scans that.</remarks>
    public void DrawStroke(SKPoint from, SKPoint to, float width, SKColor color)
    {
        var reach = width / 2 + Rim / scale;
        Paint(Segment(from, to, reach, reach), width * scale / 2, FieldProfile.Solid, new(color, color, GlowBlend.Tint));
    }

    /// <summary>Draws a circle's line, or a part of it with round ends.</summary>
    /// <param name="start">In degrees clockwise from the top.</param>
    /// <param name="sweep">In degrees; 360 is the whole circle.</param>
    public void DrawArc(SKPoint centre, float radius, float width, float start, float sweep, SKColor color)
    {
        if (sweep <= 0) return;
        var half = width * scale / 2;
        var field = new ArcField(new(centre.X * scale, centre.Y * scale), radius * scale, half + Rim, start, sweep);
        Paint(field, half, FieldProfile.Solid, new(color, color, GlowBlend.Tint));
    }

    SegmentField Segment(SKPoint from, SKPoint to, float fromRadius, float toRadius) =>
        new(new(from.X * scale, from.Y * scale), new(to.X * scale, to.Y * scale), fromRadius * scale, toRadius * scale);

    void Paint<TField>(TField field, float halfWidth, FieldProfile profile, FieldColor color)
        where TField : struct, IDistanceField
    {
        if (!color.IsNothing && field.Bounds.Width > 0) FieldPainter.Paint(field, halfWidth, profile, color, surface!, area!.Span);
    }

    public void Dispose()
    {
        fill.Dispose();
        stroke.Dispose();
        images.Dispose();
    }
}
