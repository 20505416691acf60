using System.Collections.Immutable;
using HarfBuzzSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// What a font's MATH table says of laying out formulas, in ems. OpenType specification, "MATH: Mathematical Typesetting Table".
/// </summary>
internal sealed class MathTable(HarfBuzzFont font)
{
    /// <summary>Lengths in ems; percentages as fractions of one.</summary>
    public float this[MathConstant constant]
    {
        get
        {
            var value = NativeMath.Constant(font.Handle, constant);
            var isPercentage = constant is MathConstant.ScriptPercentScaleDown or MathConstant.ScriptScriptPercentScaleDown
                or MathConstant.RadicalDegreeBottomRaisePercent;
            return isPercentage ? value / 100f : font.Ems(value);
        }
    }

    /// <summary>How far a slanted glyph leans out over its advance.</summary>
    public float ItalicCorrection(ushort glyph) => font.Ems(NativeMath.ItalicCorrection(font.Handle, glyph));

    /// <summary>
    /// Where an accent's middle belongs above the glyph, from the glyph's origin: half of the advance where the font says nothing of it.
    /// </summary>
    public float TopAccent(ushort glyph) => font.Ems(NativeMath.TopAccent(font.Handle, glyph));

    /// <summary>The taller forms of a glyph.</summary>
    public StretchedForms Vertical(ushort glyph) => Forms(glyph, Direction.BottomToTop);

    /// <summary>The wider forms of a glyph.</summary>
    public StretchedForms Horizontal(ushort glyph) => Forms(glyph, Direction.LeftToRight);

    StretchedForms Forms(ushort glyph, Direction direction)
    {
        var variants = NativeMath.Variants(font.Handle, glyph, direction);
        var pieces = NativeMath.Assembly(font.Handle, glyph, direction);
        return new(
            [.. variants.Select(it => new GlyphVariant((ushort)it.Glyph, font.Ems(it.Advance)))],
            [.. pieces.Select(it => new AssemblyPiece(
                (ushort)it.Glyph, font.Ems(it.FullAdvance), it.Flags.HasFlag(OpenTypeMathGlyphPartFlags.Extender)))]);
    }
}

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
