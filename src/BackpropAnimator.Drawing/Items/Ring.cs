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

    internal override void Paint(PaintContext context)
    {
        if (Sweep >= 360)
        {
            context.Canvas.DrawCircle(Centre, Radius, context.Stroke(Color, Width));
            return;
        }
        var oval = new SKRect(Centre.X - Radius, Centre.Y - Radius, Centre.X + Radius, Centre.Y + Radius);
        context.Canvas.DrawArc(oval, Start - 90, Sweep, false, context.Stroke(Color, Width, SKStrokeCap.Round));
    }

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
