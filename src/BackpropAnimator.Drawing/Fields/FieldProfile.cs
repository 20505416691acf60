namespace BackpropAnimator.Drawing;

/// <summary>How much colour a pixel gets by its distance from a line: a sharp stroke, or light that fades.</summary>
/// <remarks>
/// Light at a distance r, as a share of the field's radius, and at a share t of the way along the line, is
/// (1 − r²)² · (a + (1 − a) · (1 − k r²/16)¹⁶) / (1 + c r): 1 in the middle, exactly nothing at r = 1, where a is the halo,
/// k the decay and c the spike. The sixteenth power stands for e^(−k r²), and is computed alike by every processor.
/// </remarks>
/// <param name="Halo">The share of the light that falls off slowly, as in a haze.</param>
/// <param name="Decay">How fast the rest falls off.</param>
/// <param name="Spike">How much the very middle stands out.</param>
/// <param name="Line">How bright a sharp line in the middle is by itself, over the light.</param>
/// <param name="IsHot">Whether the middle has the colour of the core.</param>
/// <param name="Grows">Whether it is nothing at the first end of the line and grows evenly towards the second.</param>
internal sealed record FieldProfile(float Halo, float Decay, float Spike = 0, float Line = 0, bool IsHot = false, bool Grows = false)
{
    /// <summary>A solid stroke: no light at all, only the line.</summary>
    public static FieldProfile Solid { get; } = new(0, 0, Line: 1);

    /// <summary>A small source: a bright middle and a long tail.</summary>
    public static FieldProfile Spot { get; } = new(0.22f, 14, Spike: 2.2f, IsHot: true);

    /// <summary>A line that shines, in a soft sheath.</summary>
    public static FieldProfile Beam { get; } = new(0.25f, 24, Line: 0.6f);

    /// <summary>The same without the faint outer part of the sheath.</summary>
    public static FieldProfile BeamWithoutHaze { get; } = new(0.3f, 8, Line: 0.6f);

    /// <summary>Light that nothing stands out of.</summary>
    public static FieldProfile Veil { get; } = new(1, 0);

    /// <summary>What a packet leaves behind.</summary>
    public static FieldProfile Tail { get; } = new(0.5f, 12, Line: 0.3f, Grows: true);

    /// <summary>The same without its faint outer part.</summary>
    public static FieldProfile TailWithoutHaze { get; } = new(0.7f, 8, Line: 0.3f, Grows: true);

    /// <summary>Whether there is nothing but the line, which is not dithered: a flat colour stays flat.</summary>
    public bool IsSolid => Halo == 0;
}
