using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>Faint light in an upright ellipse that nothing stands out of, such as the front of a wave.</summary>
/// <param name="Across">How far it reaches to its sides.</param>
/// <param name="Down">How far it reaches up and down.</param>
/// <param name="Color">The light's colour; its alpha is its strength.</param>
public sealed record Veil(SKPoint Centre, float Across, float Down, SKColor Color, GlowBlend Blend) : DrawItem
{
    public override SKRect Bounds(FontShelf fonts) => new(Centre.X - Across, Centre.Y - Down, Centre.X + Across, Centre.Y + Down);

    internal override void Paint(PaintContext context) => context.ShineInEllipse(Centre, Across, Down, Color, Blend);

    internal override void Describe(ref FingerprintBuilder hash)
    {
        hash.Add(Centre);
        hash.Add(Across);
        hash.Add(Down);
        hash.Add(Color);
        hash.Add((ulong)Blend);
    }
}
