using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A straight line with round ends.</summary>
/// <param name="Dash">The length of its dashes and of the gaps between them; 0 draws it whole.</param>
public sealed record Line(SKPoint From, SKPoint To, float Width, SKColor Color, float Dash = 0) : DrawItem
{
    public override SKRect Bounds(FontShelf fonts) =>
        new(Math.Min(From.X, To.X) - Width, Math.Min(From.Y, To.Y) - Width, Math.Max(From.X, To.X) + Width, Math.Max(From.Y, To.Y) + Width);

    internal override void Paint(SKCanvas canvas, Brushes brushes)
    {
        var paint = brushes.Stroke(Color, Width, SKStrokeCap.Round);
        using var dash = Dash > 0 ? SKPathEffect.CreateDash([Dash, Dash], 0) : null;
        paint.PathEffect = dash;
        canvas.DrawLine(From, To, paint);
        paint.PathEffect = null;
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
