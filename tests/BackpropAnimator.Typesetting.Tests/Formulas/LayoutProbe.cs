using System.Text;
using SkiaSharp;

namespace BackpropAnimator.Typesetting.Tests;

/// <summary>Finds glyphs in a layout by the character that they show, at whatever size and in whatever variant.</summary>
sealed class LayoutProbe(FontShelf fonts, FormulaLayout layout)
{
    readonly FontFile _math = fonts.File(Face.Math);

    public FormulaLayout Layout => layout;

    /// <summary>The glyphs that show a character, from left to right, script forms and stretched variants included.</summary>
    public PlacedGlyph[] All(string character)
    {
        var rune = Rune.GetRuneAt(character, 0).Value;
        var glyph = _math.Glyph(rune);
        var table = new MathTable(_math.Shaping);
        HashSet<ushort> forms = [glyph, _math.ScriptForm(rune, 1), _math.ScriptForm(rune, 2)];
        forms.UnionWith(table.Vertical(glyph).Variants.Select(variant => variant.Glyph));
        forms.UnionWith(table.Horizontal(glyph).Variants.Select(variant => variant.Glyph));
        return [.. layout.Glyphs.Where(placed => forms.Contains(placed.Glyph)).OrderBy(placed => placed.X)];
    }

    public PlacedGlyph The(string character) => Assert.Single(All(character));

    /// <summary>The box around a glyph's outline, y downward.</summary>
    public SKRect Ink(PlacedGlyph glyph)
    {
        var ink = fonts.File(glyph.Face).Metrics(glyph.Glyph).Ink;
        return Typesetting.Ink.At(ink, glyph.Size, glyph.X, glyph.Y);
    }

    public SKRect Ink(string character) => Ink(The(character));

    /// <summary>Where the next atom would begin if there were no space.</summary>
    public float End(string character)
    {
        var glyph = The(character);
        return glyph.X + fonts.File(glyph.Face).Metrics(glyph.Glyph).Advance * glyph.Size;
    }
}
