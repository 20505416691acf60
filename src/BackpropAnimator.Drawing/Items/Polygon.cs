using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A filled outline: arrow heads, areas under curves.</summary>
public sealed record Polygon(Points Points, SKColor Color) : DrawItem
{
    public override SKRect Bounds(FontShelf fonts) => Points.Bounds(0);

    internal override void Paint(PaintContext context)
    {
        using var path = PathThrough(Points, close: true);
        using var bar = path.IsRect ? Bars.Of(path.Bounds) : null;
        context.Canvas.DrawPath(bar ?? path, context.FillPaint(Color));
    }

    internal override void Describe(ref FingerprintBuilder hash)
    {
        hash.Add(Points.Span);
        hash.Add(Color);
    }

    internal static SKPath PathThrough(Points points, bool close)
    {
        using var builder = new SKPathBuilder();
        builder.AddPoly(points.Span, close);
        return builder.Detach();
    }
}
