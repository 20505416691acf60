using static BackpropAnimator.Typesetting.Tests.MathFontFacts;

namespace BackpropAnimator.Typesetting.Tests;

[Collection(nameof(ShelfTests))]
public sealed class FenceGeometryTests(Shelf shelf)
{
    LayoutProbe Lay(string source) => new(shelf.Fonts, shelf.Lay(source));

    [Theory]
    [InlineData(@"x")]
    [InlineData(@"\frac{a}{b}")]
    [InlineData(@"\sum_{i=0}^{n} x_i")]
    [InlineData(@"\begin{matrix} a \\ b \\ c \\ d \\ e \end{matrix}")]
    public void Delimiters_are_centred_on_the_axis_and_cover_nine_tenths_of_their_contents(string inside)
    {
        var layout = shelf.Lay(@"\part{all}{\left( \part{inside}{" + inside + @"} \right)}");
        var fence = layout.Ink.Owners.Single(owner => owner.Name == "all").Own;
        var contents = layout.PartBounds("inside");
        var reach = Math.Max(-contents.Top - AxisHeight, contents.Bottom + AxisHeight);
        Assert.Equal(-AxisHeight, fence.MidY, 2f);
        Assert.True(fence.Height >= 2 * reach * 0.901f - 2);
    }

    [Fact]
    public void The_named_sizes_are_those_of_plain_tex()
    {
        (string Command, float Height)[] sizes = [(@"\big", 1200), (@"\Big", 1800), (@"\bigg", 2400), (@"\Bigg", 3000)];
        foreach (var (command, height) in sizes)
        {
            var ink = Lay(command + "[").Ink("[");
            Assert.Equal(height, ink.Height, 2f);
            Assert.Equal(-AxisHeight, ink.MidY, Unit);
        }
    }

    [Fact]
    public void An_empty_delimiter_takes_a_little_room_and_shows_nothing()
    {
        var half = Lay(@"\left. x \right|");
        Assert.Equal(2, half.Layout.Glyphs.Length);
        Assert.Equal(120, half.The("𝑥").X, 0.01f);
    }

    [Fact]
    public void A_middle_delimiter_is_as_tall_as_the_outer_ones()
    {
        var braket = Lay(@"\left| x \middle| \frac{1}{2} \right|").All("|");
        Assert.Equal(3, braket.Length);
        Assert.Single(braket.Select(bar => bar.Glyph).Distinct());
    }

    [Fact]
    public void Brackets_of_a_matrix_cover_its_rows()
    {
        var matrix = Lay(@"\begin{bmatrix} a & b \\ c & d \end{bmatrix}");
        var bracket = matrix.Ink("[");
        Assert.True(bracket.Top <= matrix.Ink("𝑏").Top && bracket.Bottom >= matrix.Ink("𝑐").Bottom);
        Assert.Equal(-AxisHeight, bracket.MidY, Unit);
    }
}
