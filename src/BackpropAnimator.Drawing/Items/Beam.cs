using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A line that shines: a bright core in a soft sheath.</summary>
/// <param name="Color">The light's colour; its alpha is its strength.</param>
/// <param name="Haze">Whether the sheath has its wide, faint outer layer too, which many beams side by side turn into fog.</param>
public sealed record Beam(SKPoint From, SKPoint To, float Width, SKColor Color, GlowBlend Blend, bool Haze = true) : DrawItem
{
    // How far the sheath reaches from the middle of the line, in line widths.
    const float Sheath = 1.3f, SheathWithHaze = 2.6f;

    Capsule Reach => new(From, To, Width * (Haze ? SheathWithHaze : Sheath));

    public override SKRect Bounds(FontShelf fonts) => Reach.Bounds;

    internal override (float Left, float Right) ReachBetween(float top, float bottom) => Reach.Between(top, bottom);

    internal override void Paint(PaintContext context) => context.Shine(
        From, To, Reach.Radius, Reach.Radius, Width, Haze ? FieldProfile.Beam : FieldProfile.BeamWithoutHaze, Color, Blend);

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
