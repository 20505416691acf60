using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A straight line with round ends.</summary>
/// <param name="Dash">The length of its dashes and of the gaps between them; 0 draws it whole.</param>
public sealed record Line(SKPoint From, SKPoint To, float Width, SKColor Color, float Dash = 0) : DrawItem
{
    Capsule Reach => new(From, To, Width / 2);

    public override SKRect Bounds(FontShelf fonts) => Reach.Bounds;

    internal override (float Left, float Right) ReachBetween(float top, float bottom) => Reach.Between(top, bottom);

    internal override void Paint(PaintContext context)
    {
        if (Dash > 0) context.DrawDashes(From, To, Width, Dash, Color);
        else context.DrawStroke(From, To, Width, Color);
    }

    internal override void Describe(ref FingerprintBuilder hash)
    {
        hash.Add(From);
        hash.Add(To);
        hash.Add(Width);
        hash.Add(Color);
        hash.Add(Dash);
    }
}
