using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>How a font stretches a glyph: ready-made variants from small to large, and pieces to build any size from.</summary>
/// <param name="Variants">From small to large; the first is the glyph itself.</param>
/// <param name="Assembly">From the bottom up, or from left to right; empty where the font has no pieces.</param>
internal sealed record StretchedForms(ImmutableArray<GlyphVariant> Variants, ImmutableArray<AssemblyPiece> Assembly)
{
    public static StretchedForms None { get; } = new([], []);

    /// <summary>Whether an extent (in ems) is more than the largest variant has, and there are pieces to build it from.</summary>
    public bool IsBeyondVariants(float extent) => !Assembly.IsEmpty && (Variants.IsEmpty || extent > Variants[^1].Extent);
}

/// <param name="Extent">Its height and depth together, or its width; in ems.</param>
internal readonly record struct GlyphVariant(ushort Glyph, float Extent);

/// <param name="Extent">Its length in the direction of stretching, in ems.</param>
/// <param name="IsExtender">Whether it is a straight piece of any length, or none.</param>
internal readonly record struct AssemblyPiece(ushort Glyph, float Extent, bool IsExtender);
