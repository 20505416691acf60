using System.Text;

namespace BackpropAnimator.Typesetting.Tests;

[Collection(nameof(ShelfTests))]
public sealed class NotationTests(Shelf shelf)
{
    [Theory]
    [InlineData("w", "𝑤")]
    [InlineData("h", "ℎ")]
    [InlineData("W", "𝑊")]
    [InlineData(@"\delta", "𝛿")]
    [InlineData("δ", "𝛿")]
    [InlineData(@"\Delta", "Δ")]
    [InlineData(@"\partial", "𝜕")]
    [InlineData(@"\epsilon", "𝜖")]
    [InlineData(@"\phi", "𝜙")]
    [InlineData("7", "7")]
    [InlineData("-", "−")]
    [InlineData("*", "∗")]
    [InlineData(@"\mathrm{d}", "d")]
    [InlineData(@"\mathbf{W}", "𝐖")]
    [InlineData(@"\boldsymbol{\theta}", "𝜽")]
    [InlineData(@"\mathcal{L}", "ℒ")]
    [InlineData(@"\mathbb{R}", "ℝ")]
    [InlineData(@"\mathit{\Gamma}", "𝛤")]
    [InlineData(@"\mathbf{7}", "𝟕")]
    public void What_is_typed_shows_in_the_alphabet_of_mathematics(string source, string shown)
    {
        var glyph = Assert.Single(shelf.Lay(source).Glyphs);
        Assert.Equal(shelf.Fonts.File(Face.Math).Glyph(Rune.GetRuneAt(shown, 0).Value), glyph.Glyph);
    }

    [Theory]
    [InlineData("ŷ", @"\hat y")]
    [InlineData("x\u0302", @"\hat x")]
    [InlineData("∑_i x", @"\sum_i x")]
    [InlineData("a·b", @"a\cdot b")]
    [InlineData("a ≤ b → c", @"a \leq b \to c")]
    [InlineData("f'", @"f^{\prime}")]
    [InlineData(@"\left\lbrace x \right\rbrace", @"\left\{ x \right\}")]
    [InlineData(@"x_1, \dots, x_n", @"x_1, \ldots, x_n")]
    [InlineData(@"x_1 + \dots + x_n", @"x_1 + \cdots + x_n")]
    [InlineData(@"\hat{i}", @"\hat{\imath}")]
    [InlineData("a   b", "ab")]
    public void Two_ways_of_writing_come_to_the_same(string source, string other) =>
        Assert.Equal(shelf.Lay(other).Glyphs.ToArray(), shelf.Lay(source).Glyphs.ToArray());

    [Fact]
    public void Accents_stand_over_the_letters_own_attachment_point()
    {
        // Top accent attachment in Latin Modern Math: 𝑓 464, U+0302 −264. The letter is taller than the accent base height of 450.
        var layout = shelf.Lay(@"\hat f");
        var (letter, hat) = (layout.Glyphs[0], layout.Glyphs[1]);
        Assert.Equal(letter.X + 464, hat.X - 264, 0.01f);
        var height = shelf.Fonts.File(Face.Math).Metrics(letter.Glyph).Height * 1000;
        Assert.Equal(-(height - MathFontFacts.AccentBaseHeight), hat.Y, 0.01f);
        Assert.Equal(0, shelf.Lay(@"\hat x").Glyphs[1].Y, 0.01f);
    }

    [Fact]
    public void Words_keep_their_spaces_and_are_set_in_one_face()
    {
        Assert.All(shelf.Lay(@"\text{if }").Glyphs, glyph => Assert.Equal(Face.Math, glyph.Face));
        Assert.True(shelf.Lay(@"\text{a b}").Width > shelf.Lay(@"\text{ab}").Width + 200);
        Assert.All(shelf.Lay(@"\text{độ dốc}").Glyphs, glyph => Assert.Equal(Face.Regular, glyph.Face));
    }

    [Fact]
    public void Numbers_of_one_form_have_one_width() =>
        Assert.Single(new[] { "0.731", "0.111", "8.888" }.Select(number => shelf.Lay(number).Width).Distinct());

    [Fact]
    public void An_empty_formula_is_an_empty_layout()
    {
        var empty = shelf.Lay("");
        Assert.Empty(empty.Glyphs);
        Assert.Equal(0, empty.Width);
    }
}
