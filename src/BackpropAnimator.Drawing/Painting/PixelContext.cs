using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>Paints pixels: shapes and text by Skia, light and strokes from their distance fields.</summary>
internal sealed class PixelContext(FontShelf fonts) : PaintContext(fonts)
{
    // Skia draws lines of up to one pixel in another way, whose pixels depend on the clip.
    const float ThinnestLine = 1.01f;

    readonly Images images = new();
    PixelSurface? surface;
    PaintArea? area;
    float scale;

    public override SKCanvas Canvas => surface!.Canvas;

    /// <summary>Whether there is something behind what is painted.</summary>
    public bool HasGround { get; set; } = true;

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

    public override SKPaint GroundPaint(SKColor color)
    {
        var paint = base.GroundPaint(color);
        if (!HasGround) paint.BlendMode = SKBlendMode.DstOut;
        return paint;
    }

    /// <remarks>A line thinner than a pixel is drawn as wide as one, and as much fainter.</remarks>
    public override SKPaint StrokePaint(
        SKColor color, float width, SKStrokeCap cap = SKStrokeCap.Butt, SKStrokeJoin join = SKStrokeJoin.Round)
    {
        var pixels = width * scale;
        return base.StrokePaint(
            pixels < ThinnestLine ? color.Faded(pixels / ThinnestLine) : color, Math.Max(width, ThinnestLine / scale), cap, join);
    }

    public override void DrawText(ShapedText text, SKPoint start, SKColor color, SKTextAlign align) =>
        text.Draw(Canvas, start.X, start.Y, FillPaint(color));

    public override void DrawRoundRect(SKRect rect, float corner, SKPaint paint) => Canvas.DrawRoundRect(rect, corner, corner, paint);

    public override void DrawDashes(SKPoint from, SKPoint to, float width, float dash, SKColor color)
    {
        var paint = StrokePaint(color, width, SKStrokeCap.Round);
        using var effect = SKPathEffect.CreateDash([dash, dash], 0);
        paint.PathEffect = effect;
        Canvas.DrawLine(from, to, paint);
        paint.PathEffect = null;
    }

    public override void Draw(Raster raster, SKRect rect, SKColor veil)
    {
        var place = new SKRect(rect.Left * scale, rect.Top * scale, rect.Right * scale, rect.Bottom * scale);
        if (place.Width <= 0 || place.Height <= 0) return;
        Canvas.Save();
        Canvas.SetMatrix(SKMatrix.CreateTranslation(MathF.Floor(place.Left), MathF.Floor(place.Top) + PixelSurface.Margin));
        Canvas.DrawImage(images.Of(raster, place), 0, 0, SKSamplingOptions.Default, FillPaint(veil));
        Canvas.Restore();
    }

    public override void Shine(SKPoint centre, float radius, SKColor color, SKColor core, GlowBlend blend) =>
        FieldLight.Spot(centre, radius, color, core, blend, scale).Paint(surface!, area!.Span);

    public override void ShineInEllipse(SKPoint centre, float across, float down, SKColor color, GlowBlend blend) =>
        FieldLight.Ellipse(centre, across, down, color, blend, scale).Paint(surface!, area!.Span);

    public override void Shine(
        SKPoint from, SKPoint to, float fromRadius, float toRadius, float width, FieldProfile profile, SKColor color, GlowBlend blend) =>
        FieldLight.Along(from, to, fromRadius, toRadius, width, profile, color, blend, scale).Paint(surface!, area!.Span);

    /// <remarks>Skia takes five times as long: it makes an outline of the line first and then scans that.</remarks>
    public override void DrawStroke(SKPoint from, SKPoint to, float width, SKColor color) =>
        FieldLight.Stroke(from, to, width, color, scale).Paint(surface!, area!.Span);

    public override void DrawArc(SKPoint centre, float radius, float width, float start, float sweep, SKColor color)
    {
        if (sweep <= 0) return;
        var half = width * scale / 2;
        var field = new ArcField(new(centre.X * scale, centre.Y * scale), radius * scale, half + FieldLight.Rim, start, sweep);
        var paint = FieldColor.OfStroke(color);
        if (!paint.IsNothing) FieldPainter.Paint(field, half, FieldProfile.Solid, paint, surface!, area!.Span);
    }

    public override void Dispose()
    {
        base.Dispose();
        images.Dispose();
    }
}
