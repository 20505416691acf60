using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>The math font as layout sees it: glyphs in the size and form of a style, and the MATH table's lengths at that size.</summary>
internal sealed class MathFont
{
    readonly FontFile _file;
    readonly FontFile _words;

    /// <param name="math">A font with a MATH table.</param>
    /// <param name="words">What takes over for words that the math font lacks a letter of.</param>
    public MathFont(FontFile math, FontFile words)
    {
        (_file, _words) = (math, words);
        Table = new(math.Shaping);
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

    /// <summary>
    /// The face that a run of words is set in as a whole, and the words as it has them: the math font in the alphabet that was asked for,
    /// or Inter where that does not suffice.
    /// </summary>
    public (FontFile Face, string Text) InFace(Words words) =>
        words.Shown.EnumerateRunes().All(rune => _file.Glyph(rune.Value) != 0) ? (_file, words.Shown) : (_words, words.Text);

    /// <summary>A glyph of a run of words; those of Inter are set as tall as the math font's capitals.</summary>
    public GlyphBox WordBox(FontFile face, ushort glyph, MathStyle style) =>
        new(glyph, face, Scale(style) * _file.CapHeight / face.CapHeight, face.Metrics(glyph), IsJoined: false, Stretch.None);
}
