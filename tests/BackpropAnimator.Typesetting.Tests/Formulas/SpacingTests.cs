using static BackpropAnimator.Typesetting.Tests.MathFontFacts;

namespace BackpropAnimator.Typesetting.Tests;

[Collection(nameof(ShelfTests))]
public sealed class SpacingTests(Shelf shelf)
{
    LayoutProbe Lay(string source) => new(shelf.Fonts, shelf.Lay(source));

    [Theory]
    [InlineData("a+b", "𝑎", "+", Medium)]
    [InlineData("a=b", "𝑎", "=", Thick)]
    [InlineData("a,b", ",", "𝑏", Thin)]
    [InlineData("a,b", "𝑎", ",", 0)]
    [InlineData("(-b)", "(", "−", 0)]
    [InlineData("(-b)", "−", "𝑏", 0)]
    [InlineData("-b", "−", "𝑏", 0)]
    [InlineData("a=-b", "=", "−", Thick)]
    [InlineData("a=-b", "−", "𝑏", 0)]
    [InlineData(@"\log x", "g", "𝑥", Thin)]
    [InlineData(@"\log(x)", "g", "(", 0)]
    [InlineData(@"a\,b", "𝑎", "𝑏", Thin)]
    [InlineData(@"a\;b", "𝑎", "𝑏", Thick)]
    [InlineData(@"a\quad b", "𝑎", "𝑏", 1000)]
    [InlineData(@"a{+}b", "𝑎", "+", 0)]
    [InlineData(@"a\odot b", "𝑎", "⊙", Medium)]
    [InlineData(@"a\to b", "𝑎", "→", Thick)]
    [InlineData("a|b|", "𝑎", "|", 0)]
    public void The_space_between_two_atoms_follows_their_classes(string source, string left, string right, float space)
    {
        var row = Lay(source);
        var glyph = row.All(left)[0];
        var end = glyph.X + shelf.Fonts.File(Face.Math).Metrics(glyph.Glyph).Advance * glyph.Size;
        Assert.Equal(space, row.All(right)[0].X - end, 0.02f);
    }

    [Fact]
    public void In_scripts_the_wider_spaces_are_left_out()
    {
        var script = Lay("x^{a+b=c}");
        Assert.Equal(script.End("𝑎"), script.The("+").X, 0.02f);
        Assert.Equal(script.End("𝑏"), script.The("=").X, 0.02f);
    }

    [Fact]
    public void A_slanted_letters_lean_is_added_to_its_width() =>
        // Italic correction of 𝑓 in Latin Modern Math: 90.
        Assert.Equal(90, Lay("fx").The("𝑥").X - Lay("fx").End("𝑓"), 0.02f);

    [Theory]
    [InlineData("a+b", @"a\part{p}{+}b")]
    [InlineData("a=-b", @"\part{p}{a=}\part{q}{-b}")]
    [InlineData("(x+y)^2_i", @"\part{p}{(x+y)}^2_i")]
    [InlineData("f^2", @"\part{p}{f}^2")]
    [InlineData(@"\sum_i^n x", @"\part{p}{\sum}_i^n x")]
    [InlineData(@"\frac{a+b}{c}^2", @"\part{p}{\frac{a+\part{q}{b}}{c}}^2")]
    [InlineData("a+b=c", @"a\color{error}{+b=}c")]
    [InlineData(@"a\,b", @"a\part{p}{\,b}")]
    [InlineData("x'", @"\part{p}{\part{q}{x}}'")]
    [InlineData(@"2 \cdot \log x", @"\part{p}{2 \cdot \log} x")]
    public void Naming_or_colouring_a_part_moves_nothing(string plain, string named)
    {
        var (expected, actual) = (shelf.Lay(plain), shelf.Lay(named));
        Assert.Equal(expected.Glyphs.Length, actual.Glyphs.Length);
        foreach (var (a, b) in expected.Glyphs.Zip(actual.Glyphs))
        {
            Assert.Equal(a.Glyph, b.Glyph);
            Assert.Equal(a.X, b.X, 0.05f);
            Assert.Equal(a.Y, b.Y, 0.05f);
        }
        Assert.Equal(expected.Width, actual.Width, 0.05f);
    }

    [Fact]
    public void Layout_is_linear_in_the_size()
    {
        foreach (var source in FormulaSpecimen.Lines)
        {
            var (small, large) = (shelf.Fonts.Lay(source, 12), shelf.Fonts.Lay(source, 120));
            Assert.Equal(small.Width * 10, large.Width, 0.01f);
            Assert.All(small.Glyphs.Zip(large.Glyphs), pair => Assert.Equal(pair.First.X * 10, pair.Second.X, 0.01f));
            Assert.All(small.Glyphs.Zip(large.Glyphs), pair => Assert.Equal(pair.First.Y * 10, pair.Second.Y, 0.01f));
        }
    }
}
