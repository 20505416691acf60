using System.Runtime.InteropServices;
using HarfBuzzSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// HarfBuzz's functions for the MATH table, in font units. HarfBuzzSharp has their types, but no methods that call them.
/// https://harfbuzz.github.io/harfbuzz-hb-ot-math.html
/// </summary>
internal static unsafe partial class NativeMath
{
    const string Library = "libHarfBuzzSharp";

    [LibraryImport(Library, EntryPoint = "hb_ot_math_get_constant")]
    public static partial int Constant(nint font, OpenTypeMathConstant constant);

    [LibraryImport(Library, EntryPoint = "hb_ot_math_get_glyph_italics_correction")]
    public static partial int ItalicCorrection(nint font, uint glyph);

    [LibraryImport(Library, EntryPoint = "hb_ot_math_get_glyph_top_accent_attachment")]
    public static partial int TopAccent(nint font, uint glyph);

    /// <summary>From small to large; empty where the font has none.</summary>
    public static OpenTypeMathGlyphVariant[] Variants(nint font, uint glyph, Direction direction)
    {
        var variants = new OpenTypeMathGlyphVariant[GetVariants(font, glyph, direction, 0, null, null)];
        var count = (uint)variants.Length;
        fixed (OpenTypeMathGlyphVariant* first = variants) _ = GetVariants(font, glyph, direction, 0, &count, first);
        return variants;
    }

    /// <summary>From the bottom up, or from left to right; empty where the font has no pieces.</summary>
    public static OpenTypeMathGlyphPart[] Assembly(nint font, uint glyph, Direction direction)
    {
        var parts = new OpenTypeMathGlyphPart[GetAssembly(font, glyph, direction, 0, null, null, out _)];
        var count = (uint)parts.Length;
        fixed (OpenTypeMathGlyphPart* first = parts) _ = GetAssembly(font, glyph, direction, 0, &count, first, out _);
        return parts;
    }

    [LibraryImport(Library, EntryPoint = "hb_ot_math_get_glyph_variants")]
    private static partial uint GetVariants(
        nint font, uint glyph, Direction direction, uint start, uint* count, OpenTypeMathGlyphVariant* variants);

    [LibraryImport(Library, EntryPoint = "hb_ot_math_get_glyph_assembly")]
    private static partial uint GetAssembly(
        nint font, uint glyph, Direction direction, uint start, uint* count, OpenTypeMathGlyphPart* parts, out int italicCorrection);
}
