using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>How a font stretches a glyph: ready-made variants from small to large, and pieces to build any size from.</summary>
/// <param name="Variants">From small to large; the first is the glyph itself.</param>
/// <param name="Assembly">From the bottom up, or from left to right; empty where the font has no pieces.</param>
internal sealed record StretchedForms(ImmutableArray<GlyphVariant> Variants, ImmutableArray<AssemblyPiece> Assembly)
{
    public static StretchedForms None { get; } = new([], []);
}

/// <param name="Extent">Its height and depth together, or its width; in ems.</param>
internal readonly record struct GlyphVariant(ushort Glyph, float Extent);

/// <param name="StartConnector">How much of the piece's start the piece before may overlap, in ems.</param>
/// <param name="EndConnector">How much of the piece's end the piece after may overlap.</param>
/// <param name="IsExtender">Whether it may be repeated, or left out.</param>
internal readonly record struct AssemblyPiece(ushort Glyph, float StartConnector, float EndConnector, float Extent, bool IsExtender);
