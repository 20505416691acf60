using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A packet of light on its way: a hot head, and a tail that thins out behind it.</summary>
/// <param name="Tail">Where the tail has faded to nothing.</param>
/// <param name="Width">The head's diameter.</param>
/// <param name="Color">The light's colour; its alpha is its strength.</param>
/// <param name="Core">The colour of the head's hot middle.</param>
/// <param name="Haze">Whether the tail has its wide, faint outer layer too, which many comets side by side turn into fog.</param>
public sealed record Comet(SKPoint Head, SKPoint Tail, float Width, SKColor Color, SKColor Core, GlowBlend Blend, bool Haze = true)
    : DrawItem
{
    // How far the head's light reaches from its middle, in widths.
    const float Halo = 2.6f;

    // How far the tail reaches to its sides where it leaves the head, in widths.
    const float TailSide = 0.48f, TailSideWithHaze = 1.05f;

    // Shorter than this it has no tail.
    const float ShortestTail = 1;

    Capsule Reach => new(Head, Tail, Width * Halo);

    public override SKRect Bounds(FontShelf fonts) => Reach.Bounds;

    internal override (float Left, float Right) ReachBetween(float top, float bottom) => Reach.Between(top, bottom);

    internal override void Paint(PaintContext context)
    {
        var (side, profile) = Haze ? (TailSideWithHaze, FieldProfile.Tail) : (TailSide, FieldProfile.TailWithoutHaze);
        if (SKPoint.Distance(Head, Tail) > ShortestTail) context.Shine(Tail, Head, 0, Width * side, Width * 0.34f, profile, Color, Blend);
        context.Shine(Head, Width * Halo, Color, Core, Blend);
        context.DrawStroke(Head, Head, Width * 0.48f, Core.WithAlpha(Color.Alpha));
    }

    internal override void Describe(ref FingerprintBuilder hash)
    {
        hash.Add(Head);
        hash.Add(Tail);
        hash.Add(Width);
        hash.Add(Color);
        hash.Add(Core);
        hash.Add((ulong)Blend);
        hash.Add(Haze ? 1ul : 0);
    }
}
