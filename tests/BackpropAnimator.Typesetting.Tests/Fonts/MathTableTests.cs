using MathConstant = HarfBuzzSharp.OpenTypeMathConstant;

namespace BackpropAnimator.Typesetting.Tests;

/// <summary>Values of Latin Modern Math 1.959, in its units of 1/1000 em, as a reader of its bytes finds them.</summary>
[Collection(nameof(ShelfTests))]
public sealed class MathTableTests(Shelf shelf)
{
    readonly FontFile _font = shelf.Fonts.File(Face.Math);
    readonly MathTable _table = new(shelf.Fonts.File(Face.Math).Shaping);

    [Theory]
    [InlineData(MathConstant.ScriptPercentScaleDown, 700)]
    [InlineData(MathConstant.ScriptScriptPercentScaleDown, 500)]
    [InlineData(MathConstant.DelimitedSubFormulaMinHeight, 1300)]
    [InlineData(MathConstant.DisplayOperatorMinHeight, 1300)]
    [InlineData(MathConstant.AxisHeight, 250)]
    [InlineData(MathConstant.SuperscriptShiftUpCramped, 289)]
    [InlineData(MathConstant.FractionNumDisplayStyleGapMin, 120)]
    [InlineData(MathConstant.FractionRuleThickness, 40)]
    [InlineData(MathConstant.RadicalDisplayStyleVerticalGap, 148)]
    [InlineData(MathConstant.RadicalKernAfterDegree, -556)]
    [InlineData(MathConstant.RadicalDegreeBottomRaisePercent, 600)]
    public void Constants_are_the_fonts_own_and_percentages_are_fractions_of_one(MathConstant constant, float thousandths) =>
        Assert.Equal(thousandths, _table[constant] * 1000, 0.001f);

    [Theory]
    [InlineData(0x1D453, 90, 464)] // 𝑓
    [InlineData(0x222B, 332, 332)] // ∫, whose attachment the font leaves to the middle of its advance of 665
    [InlineData(0x302, 0, -264)] // a hat, which stands on what is left of it
    public void Italic_corrections_and_attachments_are_the_glyphs_own(int character, float italic, float accent)
    {
        var glyph = _font.Glyph(character);
        Assert.Equal(italic, _table.ItalicCorrection(glyph) * 1000, 0.001f);
        Assert.Equal(accent, _table.TopAccent(glyph) * 1000, 0.001f);
    }

    [Fact]
    public void Parentheses_come_in_eight_heights_and_in_pieces()
    {
        var forms = _table.Vertical(_font.Glyph('('));
        Assert.Equal([9, 2367, 2389, 2411, 2433, 2455, 2477, 2499], forms.Variants.Select(it => (int)it.Glyph));
        Assert.Equal([997, 1095, 1195, 1445, 1793, 2093, 2393, 2991], forms.Variants.Select(it => Thousandths(it.Extent)));
        Assert.Equal(
            [(2503, 1495, false), (2504, 498, true), (2505, 1495, false)],
            forms.Assembly.Select(it => ((int)it.Glyph, Thousandths(it.Extent), it.IsExtender)));
        Assert.Empty(_table.Horizontal(_font.Glyph('(')).Variants);
    }

    [Fact]
    public void Braces_over_a_formula_come_in_eight_widths_and_in_pieces()
    {
        var forms = _table.Horizontal(_font.Glyph(0x23DE));
        Assert.Equal([493, 994, 1495, 1997, 2499, 3001, 3503, 4007], forms.Variants.Select(it => Thousandths(it.Extent)));
        Assert.Equal([2547, 2548, 2549, 2548, 2550], forms.Assembly.Select(it => (int)it.Glyph));
        Assert.Equal([false, true, false, true, false], forms.Assembly.Select(it => it.IsExtender));
    }

    [Fact]
    public void A_letter_has_no_stretched_forms()
    {
        var forms = _table.Vertical(_font.Glyph('x'));
        Assert.Empty(forms.Variants);
        Assert.Empty(forms.Assembly);
    }

    [Theory]
    [InlineData(0x1D453, 1409, 1355)] // 𝑓
    [InlineData('2', 1013, 606)]
    [InlineData(0x2211, 3060, 3060)] // ∑ has but one form
    [InlineData(0x6F22, 0, 0)] // 漢 is missing
    public void Script_forms_are_those_of_the_fonts_ssty_feature(int character, int script, int smallest) =>
        Assert.Equal((script, smallest), (_font.ScriptForm(character, 1), _font.ScriptForm(character, 2)));

    static int Thousandths(float ems) => (int)MathF.Round(ems * 1000);
}
