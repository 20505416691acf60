using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A circle's outline, or a part of it.</summary>
/// <param name="Radius">To the middle of the line.</param>
/// <param name="Start">Where the arc starts, in degrees clockwise from the top.</param>
/// <param name="Sweep">How far it goes, in degrees; 360 is the whole circle.</param>
public sealed record Ring(SKPoint Centre, float Radius, float Width, SKColor Color, float Start = 0, float Sweep = 360) : DrawItem
{
    public override SKRect Bounds(FontShelf fonts)
    {
        var reach = Radius + Width;
        return new(Centre.X - reach, Centre.Y - reach, Centre.X + reach, Centre.Y + reach);
    }

    internal override void Paint(PaintContext context) => context.DrawArc(Centre, Radius, Width, Start, Sweep, Color);

    internal override void Describe(ref FingerprintBuilder hash)
    {
        hash.Add(Centre);
        hash.Add(Radius);
        hash.Add(Width);
        hash.Add(Color);
        hash.Add(Start);
        hash.Add(Sweep);
    }
}
