using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A line through points, with round corners and ends: curves, axes, chevrons.</summary>
public sealed record Polyline(Points Points, float Width, SKColor Color) : DrawItem
{
    public override SKRect Bounds(FontShelf fonts) => Points.Bounds(Width);

    internal override void Paint(PaintContext context)
    {
        using var path = Polygon.PathThrough(Points, close: false);
        context.Canvas.DrawPath(path, context.StrokePaint(Color, Width, SKStrokeCap.Round));
    }

    internal override void Describe(ref FingerprintBuilder hash)
    {
        hash.Add(Points.Span);
        hash.Add(Width);
        hash.Add(Color);
    }
}
