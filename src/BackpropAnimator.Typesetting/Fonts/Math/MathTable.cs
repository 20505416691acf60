using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// What a font's MATH table says of laying out formulas, in ems. OpenType specification, "MATH: Mathematical Typesetting Table".
/// </summary>
internal sealed class MathTable
{
    readonly FontTable _italics;
    readonly FontTable _topAccents;
    readonly FontTable _variants;
    readonly ImmutableArray<float> _constants;
    readonly int _unitsPerEm;

    public MathTable(FontTable table, int unitsPerEm)
    {
        _unitsPerEm = unitsPerEm;
        var constants = table.Follow(4);
        _constants = [.. Enum.GetValues<MathConstant>().Select(constant => Read(constants, constant))];
        var glyphInfo = table.Follow(6);
        _italics = glyphInfo.Follow(0);
        _topAccents = glyphInfo.Follow(2);
        _variants = table.Follow(8);
    }

    /// <summary>Lengths in ems; percentages as fractions of one.</summary>
    public float this[MathConstant constant] => _constants[(int)constant];

    /// <summary>How far a slanted glyph leans out over its advance.</summary>
    public float ItalicCorrection(ushort glyph) => Value(_italics, glyph) ?? 0;

    /// <summary>
    /// Where an accent's middle belongs above the glyph, from the glyph's origin; null where the font leaves it to the glyph's middle.
    /// </summary>
    public float? TopAccent(ushort glyph) => Value(_topAccents, glyph);

    /// <summary>The taller forms of a glyph.</summary>
    public StretchedForms Vertical(ushort glyph) => Forms(glyph, coverage: 2, first: 10);

    /// <summary>The wider forms of a glyph.</summary>
    public StretchedForms Horizontal(ushort glyph) => Forms(glyph, coverage: 4, first: 10 + 2 * _variants.UInt16(6));

    StretchedForms Forms(ushort glyph, int coverage, int first)
    {
        var covered = _variants.Follow(coverage).Coverage(glyph);
        if (covered < 0) return StretchedForms.None;
        var construction = _variants.Follow(first + 2 * covered);
        var variants = Enumerable.Range(0, construction.UInt16(2))
            .Select(i => new GlyphVariant((ushort)construction.UInt16(4 + 4 * i), Ems(construction.UInt16(6 + 4 * i))));
        return new([.. variants], Assembly(construction.Follow(0)));
    }

    ImmutableArray<AssemblyPiece> Assembly(FontTable assembly)
    {
        const int ExtenderFlag = 1, Stride = 10;
        if (assembly.IsEmpty) return [];
        return
        [
            .. Enumerable.Range(0, assembly.UInt16(4)).Select(i => assembly.From(6 + Stride * i)).Select(piece => new AssemblyPiece(
                (ushort)piece.UInt16(0), Ems(piece.UInt16(6)), (piece.UInt16(8) & ExtenderFlag) != 0)),
        ];
    }

    float? Value(FontTable table, ushort glyph)
    {
        if (table.IsEmpty) return null;
        var covered = table.Follow(0).Coverage(glyph);
        return covered < 0 ? null : Ems(table.Int16(4 + 4 * covered));
    }

    float Read(FontTable constants, MathConstant constant)
    {
        // Two percentages and two plain heights come first; then lengths, each with an offset to a device table; then one more percentage.
        const int Plain = 4, PlainBytes = 8, LengthBytes = 4;
        if (constant <= MathConstant.ScriptScriptPercentScaleDown) return constants.Int16(2 * (int)constant) / 100f;
        if ((int)constant < Plain) return Ems(constants.UInt16(2 * (int)constant));
        var value = constants.Int16(PlainBytes + LengthBytes * ((int)constant - Plain));
        return constant == MathConstant.RadicalDegreeBottomRaisePercent ? value / 100f : Ems(value);
    }

    float Ems(int units) => (float)units / _unitsPerEm;
}
