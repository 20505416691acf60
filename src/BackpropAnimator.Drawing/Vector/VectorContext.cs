using System.Runtime.InteropServices;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>
/// Draws into documents: shapes stay shapes, text stays text and formulas become outlines. Only light is made of pixels, in as few pieces
/// as the order of things allows.
/// </summary>
/// <param name="canvas">The document's, in stage units.</param>
internal abstract class VectorContext(FontShelf fonts, SKCanvas canvas, SKSize stage) : PaintContext(fonts)
{
    // How far the control points of a quarter circle lie from its ends, as a share of the radius.
    const float Quarter = 0.5522847f;

    readonly LightLayer light = new(stage);

    /// <summary>Whoever draws on it draws over all light before.</summary>
    public sealed override SKCanvas Canvas
    {
        get
        {
            ShowLight();
            return canvas;
        }
    }

    public sealed override bool OutlinesFormulas => true;

    /// <summary>Draws a whole frame.</summary>
    public void Paint(Frame frame)
    {
        frame.Backdrop.Paint(canvas, frame.Stage);
        foreach (var item in frame.Items) item.Paint(this);
        ShowLight();
    }

    /// <summary>Draws pixels that were made for this document.</summary>
    protected abstract void DrawLight(SKImage image, SKRect place, GlowBlend blend);

    // As curves: of a round rectangle's own arcs Skia's documents make hundreds of pieces.
    public sealed override void DrawRoundRect(SKRect rect, float corner, SKPaint paint)
    {
        var radius = Math.Min(corner, Math.Min(rect.Width, rect.Height) / 2);
        var (left, top, right, bottom, near) = (rect.Left, rect.Top, rect.Right, rect.Bottom, radius * (1 - Quarter));
        using var builder = new SKPathBuilder();
        builder.MoveTo(left + radius, top);
        builder.LineTo(right - radius, top);
        builder.CubicTo(right - near, top, right, top + near, right, top + radius);
        builder.LineTo(right, bottom - radius);
        builder.CubicTo(right, bottom - near, right - near, bottom, right - radius, bottom);
        builder.LineTo(left + radius, bottom);
        builder.CubicTo(left + near, bottom, left, bottom - near, left, bottom - radius);
        builder.LineTo(left, top + radius);
        builder.CubicTo(left, top + near, left + near, top, left + radius, top);
        builder.Close();
        using var path = builder.Detach();
        Canvas.DrawPath(path, paint);
    }

    public sealed override void DrawDashes(SKPoint from, SKPoint to, float width, float dash, SKColor color)
    {
        var length = SKPoint.Distance(from, to);
        using var builder = new SKPathBuilder();
        for (var at = 0f; at < length; at += 2 * dash)
        {
            builder.MoveTo(PointAt(at));
            builder.LineTo(PointAt(Math.Min(at + dash, length)));
        }
        using var path = builder.Detach();
        Canvas.DrawPath(path, StrokePaint(color, width, SKStrokeCap.Round));

        SKPoint PointAt(float way) => new(from.X + (to.X - from.X) * way / length, from.Y + (to.Y - from.Y) * way / length);
    }

    public sealed override void Draw(Raster raster, SKRect rect, SKColor veil)
    {
        var info = new SKImageInfo(raster.Width, raster.Height, SKColorType.Bgra8888, SKAlphaType.Premul);
        using var image = SKImage.FromPixelCopy(info, ImmutableCollectionsMarshal.AsArray(raster.Pixels)!);
        DrawImage(image, rect, FillPaint(veil));
    }

    /// <summary>Draws pixels, stretched over a rectangle.</summary>
    protected virtual void DrawImage(SKImage image, SKRect rect, SKPaint paint) =>
        Canvas.DrawImage(image, rect, new SKSamplingOptions(SKFilterMode.Linear), paint);

    public sealed override void Shine(SKPoint centre, float radius, SKColor color, SKColor core, GlowBlend blend) =>
        Add(scale => FieldLight.Spot(centre, radius, color, core, blend, scale), blend);

    public sealed override void ShineInEllipse(SKPoint centre, float across, float down, SKColor color, GlowBlend blend) =>
        Add(scale => FieldLight.Ellipse(centre, across, down, color, blend, scale), blend);

    public sealed override void Shine(
        SKPoint from, SKPoint to, float fromRadius, float toRadius, float width, FieldProfile profile, SKColor color, GlowBlend blend) =>
        Add(scale => FieldLight.Along(from, to, fromRadius, toRadius, width, profile, color, blend, scale), blend);

    public sealed override void DrawStroke(SKPoint from, SKPoint to, float width, SKColor color)
    {
        if (color.Alpha == 0) return;
        if (from == to) Canvas.DrawCircle(from, width / 2, FillPaint(color));
        else Canvas.DrawLine(from, to, StrokePaint(color, width, SKStrokeCap.Round));
    }

    public sealed override void DrawArc(SKPoint centre, float radius, float width, float start, float sweep, SKColor color)
    {
        if (sweep <= 0 || color.Alpha == 0) return;
        if (sweep >= 360)
        {
            Canvas.DrawCircle(centre, radius, StrokePaint(color, width));
            return;
        }
        // A curve for each quarter of a circle, or less.
        var pieces = (int)MathF.Ceiling(sweep / 90);
        var step = sweep / pieces * MathF.PI / 180;
        var reach = radius * 4 / 3 * MathF.Tan(step / 4);
        using var builder = new SKPathBuilder();
        builder.MoveTo(On(0).Point);
        for (var i = 0; i < pieces; i++)
        {
            var ((a, along), (b, further)) = (On(i), On(i + 1));
            builder.CubicTo(
                new SKPoint(a.X + along.X * reach, a.Y + along.Y * reach),
                new SKPoint(b.X - further.X * reach, b.Y - further.Y * reach), b);
        }
        using var path = builder.Detach();
        Canvas.DrawPath(path, StrokePaint(color, width, SKStrokeCap.Round));

        (SKPoint Point, SKPoint Direction) On(int piece)
        {
            var (sin, cos) = MathF.SinCos(start * MathF.PI / 180 + piece * step);
            return (new(centre.X + radius * sin, centre.Y - radius * cos), new(cos, sin));
        }
    }

    void Add<TField>(Func<float, FieldLight<TField>> make, GlowBlend blend)
        where TField : struct, IDistanceField
    {
        if (!light.IsEmpty && light.Blend != blend) ShowLight();
        light.Add(make, blend);
    }

    void ShowLight()
    {
        if (light.IsEmpty) return;
        var blend = light.Blend;
        var (image, place) = light.Take();
        using (image) DrawLight(image, place, blend);
    }

    public override void Dispose()
    {
        base.Dispose();
        light.Dispose();
    }
}
