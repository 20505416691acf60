using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>Soft light along a line, or around a point where both ends are one.</summary>
/// <param name="FromRadius">Where the light ends, at the first end of the line.</param>
/// <param name="ToRadius">The same at the second end; between, it widens evenly.</param>
internal readonly record struct Light(SKPoint From, SKPoint To, float FromRadius, float ToRadius, LightProfile Profile)
{
    public static Light Around(SKPoint centre, float radius) => new(centre, centre, radius, radius, LightProfile.Spot);

    /// <summary>All that it may reach.</summary>
    public Capsule Reach => new(From, To, Math.Max(FromRadius, ToRadius));

    public Light Scaled(float scale) => this with
    {
        From = new(From.X * scale, From.Y * scale),
        To = new(To.X * scale, To.Y * scale),
        FromRadius = FromRadius * scale,
        ToRadius = ToRadius * scale,
    };
}

/// <summary>How bright light is at a distance r from its line, as a share of its radius, and at a share t of the way along it.</summary>
/// <remarks>
/// (1 − r²)² · (a + (1 − a) · (1 − k r²/16)¹⁶) / (1 + c r), which is 1 in the middle and fades to exactly nothing at r = 1, where a is the halo,
/// k the decay and c the spike. The sixteenth power stands for e^(−k r²), and is computed alike by every processor.
/// </remarks>
/// <param name="Halo">The share of the light that falls off slowly, as in a haze.</param>
/// <param name="Decay">How fast the rest falls off.</param>
/// <param name="Spike">How much the very middle stands out.</param>
/// <param name="Line">Half the width of a sharp line in the middle, as a share of the radius.</param>
/// <param name="LineStrength">How bright that line is by itself.</param>
/// <param name="IsHot">Whether the middle has the colour of the core.</param>
/// <param name="Grows">Whether it is nothing at the first end of the line and grows with t² towards the second.</param>
internal sealed record LightProfile(
    float Halo, float Decay, float Spike = 0, float Line = 0, float LineStrength = 0, bool IsHot = false, bool Grows = false)
{
    /// <summary>A small source: a bright middle and a long tail.</summary>
    public static LightProfile Spot { get; } = new(0.22f, 14, Spike: 2.2f, IsHot: true);

    /// <summary>A line that shines, in a soft sheath.</summary>
    public static LightProfile Beam { get; } = new(0.25f, 24, Line: 1 / 5.2f, LineStrength: 0.6f);

    /// <summary>The same without the faint outer part of the sheath.</summary>
    public static LightProfile BeamWithoutHaze { get; } = new(0.3f, 8, Line: 1 / 2.6f, LineStrength: 0.6f);

    /// <summary>What a packet leaves behind.</summary>
    public static LightProfile Tail { get; } = new(0.35f, 20, Grows: true);

    /// <summary>The same without its faint outer part.</summary>
    public static LightProfile TailWithoutHaze { get; } = new(0.5f, 8, Grows: true);
}
