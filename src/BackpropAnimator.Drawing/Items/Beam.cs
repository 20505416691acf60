using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A line that shines: a bright core in a soft sheath.</summary>
/// <param name="Color">The light's colour; its alpha is its strength.</param>
/// <param name="Haze">Whether the sheath has its wide, faint outer layer too, which many beams side by side turn into fog.</param>
public sealed record Beam(SKPoint From, SKPoint To, float Width, SKColor Color, GlowBlend Blend, bool Haze = true) : DrawItem
{
    // Layers of light around the line: their width in line widths, and their share of the strength.
    static readonly (float Width, double Strength)[] layers = [(1, 0.85), (2.6f, 0.22), (5.2f, 0.1)];

    ReadOnlySpan<(float Width, double Strength)> Layers => Haze ? layers : layers.AsSpan(..^1);

    Capsule Reach => new(From, To, Width * Layers[^1].Width / 2);

    public override SKRect Bounds(FontShelf fonts) => Reach.Bounds;

    internal override (float Left, float Right) ReachBetween(float top, float bottom) => Reach.Between(top, bottom);

    internal override void Paint(SKCanvas canvas, Brushes brushes)
    {
        foreach (var (width, strength) in Layers)
            canvas.DrawLine(From, To, brushes.Stroke(Color.Faded(strength), Width * width, SKStrokeCap.Round, blend: Brushes.BlendOf(Blend)));
    }

    internal override void Describe(ref FingerprintBuilder hash)
    {
        hash.Add(From);
        hash.Add(To);
        hash.Add(Width);
        hash.Add(Color);
        hash.Add((ulong)Blend);
        hash.Add(Haze ? 1ul : 0);
    }
}
