using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A filled circle.</summary>
public sealed record Disc(SKPoint Centre, float Radius, SKColor Color) : DrawItem
{
    public override SKRect Bounds(FontShelf fonts) => new(Centre.X - Radius, Centre.Y - Radius, Centre.X + Radius, Centre.Y + Radius);

    internal override void Paint(PaintContext context) => context.DrawStroke(Centre, Centre, 2 * Radius, Color);

    internal override void Describe(ref FingerprintBuilder hash)
    {
        hash.Add(Centre);
        hash.Add(Radius);
        hash.Add(Color);
    }
}
