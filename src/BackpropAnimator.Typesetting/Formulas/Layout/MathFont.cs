using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>The math font as layout sees it: glyphs in the size and form of a style, and the MATH table's lengths at that size.</summary>
internal sealed class MathFont
{
    readonly Func<Face, FontFile> _files;
    readonly TextShaper _shaper;
    readonly FontFile _file;

    /// <param name="files">Of which the math face has a MATH table.</param>
    /// <param name="shaper">What sets words that the math font lacks a letter of.</param>
    public MathFont(Func<Face, FontFile> files, TextShaper shaper)
    {
        (_files, _shaper, _file) = (files, shaper, files(Face.Math));
        Table = new(_file.Shaping);
    }

    public MathTable Table { get; }

    /// <summary>The size of a style, in ems of the formula's size.</summary>
    public float Scale(MathStyle style) => style.Level switch
    {
        StyleLevel.Script => Table[MathConstant.ScriptPercentScaleDown],
        StyleLevel.ScriptScript => Table[MathConstant.ScriptScriptPercentScaleDown],
        _ => 1,
    };

    /// <summary>A constant of the MATH table at a style's size.</summary>
    public float At(MathStyle style, MathConstant constant) => Table[constant] * Scale(style);

    public float Axis(MathStyle style) => At(style, MathConstant.AxisHeight);

    /// <summary>The glyph for a character, as it is at full size; 0 where the font has none.</summary>
    public ushort Glyph(Rune character) => _file.Glyph(character.Value);

    /// <summary>The glyph in the form that was drawn for a style's size: heavier and wider in scripts. 0 where the font has none.</summary>
    public ushort Glyph(Rune character, MathStyle style) =>
        style.IsScript ? _file.ScriptForm(character.Value, style.Level == StyleLevel.Script ? 1 : 2) : Glyph(character);

    public GlyphBox Box(ushort glyph, MathStyle style, bool isJoined = false, Stretch? stretch = null) =>
        new(glyph, _file, Scale(style), _file.Metrics(glyph), isJoined, stretch ?? Stretch.None);

    /// <summary>Whether the math font has all letters of a run of words, in the alphabet that was asked for.</summary>
    public bool HasAll(Words words) => words.Shown.EnumerateRunes().All(rune => _file.Glyph(rune.Value) != 0);

    /// <summary>
    /// A run of words that the math font lacks a letter of, shaped as a line of text, with capitals as tall as the math font's.
    /// </summary>
    /// <returns>At one unit per em of the formula's size.</returns>
    public ShapedText Shape(Words words, MathStyle style) =>
        _shaper.Shape(words.Text, Face.SpareRegular, Scale(style) * _file.CapHeight / _files(Face.SpareRegular).CapHeight);

    /// <summary>A glyph of such a run.</summary>
    public GlyphBox WordBox(PlacedGlyph glyph) =>
        new(glyph.Glyph, _files(glyph.Face), glyph.Size, _files(glyph.Face).Metrics(glyph.Glyph), IsJoined: false, Stretch.None);
}
