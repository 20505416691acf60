using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>Soft round light.</summary>
/// <param name="Radius">Where the light ends.</param>
/// <param name="Color">The light's colour; its alpha is its strength.</param>
/// <param name="Core">The colour in the hot middle.</param>
public sealed record Glow(SKPoint Centre, float Radius, SKColor Color, SKColor Core, GlowBlend Blend) : DrawItem
{
    public override SKRect Bounds(FontShelf fonts) => new(Centre.X - Radius, Centre.Y - Radius, Centre.X + Radius, Centre.Y + Radius);

    internal override void Paint(PaintContext context) => context.Shine(Centre, Radius, Color, Core, Blend);

    internal override void Describe(ref FingerprintBuilder hash)
    {
        hash.Add(Centre);
        hash.Add(Radius);
        hash.Add(Color);
        hash.Add(Core);
        hash.Add((ulong)Blend);
    }
}
