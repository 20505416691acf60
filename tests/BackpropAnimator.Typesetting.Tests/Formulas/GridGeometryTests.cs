using static BackpropAnimator.Typesetting.Tests.MathFontFacts;

namespace BackpropAnimator.Typesetting.Tests;

[Collection(nameof(ShelfTests))]
public sealed class GridGeometryTests(Shelf shelf)
{
    LayoutProbe Lay(string source) => new(shelf.Fonts, shelf.Lay(source));

    [Fact]
    public void Columns_are_centred_an_em_apart_and_rows_twelve_points_of_ten()
    {
        var matrix = Lay(@"\begin{matrix} 1+2 & 3 \\ 4 & 5 \end{matrix}");
        Assert.Equal(1200, matrix.The("4").Y - matrix.The("1").Y, 0.01f);
        Assert.Equal((matrix.The("1").X + matrix.End("2")) / 2, (matrix.The("4").X + matrix.End("4")) / 2, 0.01f);
        Assert.Equal(1000, matrix.The("5").X - matrix.End("2"), 0.01f);
        // Two lines of 0.84 em height and 0.36 em depth, their middle on the axis.
        Assert.Equal(-AxisHeight - 1200 + 840, matrix.The("1").Y, 0.01f);
    }

    [Fact]
    public void The_columns_of_cases_start_on_one_line()
    {
        var cases = Lay(@"\begin{cases} x & a \\ yyy & b \end{cases}");
        Assert.Equal(cases.The("𝑥").X, cases.All("𝑦")[0].X, 0.01f);
        Assert.Equal(cases.The("𝑎").X, cases.The("𝑏").X, 0.01f);
        Assert.True(cases.Ink("{").Right <= cases.The("𝑥").X);
    }

    [Fact]
    public void Aligned_lines_meet_at_their_relations_with_the_usual_spaces()
    {
        var aligned = Lay(@"\begin{aligned} a &= b \\ x + y &= z \end{aligned}");
        var signs = aligned.All("=");
        Assert.Equal(signs[0].X, signs[1].X, 0.01f);
        Assert.Equal(Thick, signs[0].X - aligned.End("𝑎"), 0.01f);
        Assert.Equal(1500, signs.Max(sign => sign.Y) - signs.Min(sign => sign.Y), 0.5f);
    }

    [Fact]
    public void Rows_may_be_of_different_length_and_the_last_line_break_starts_no_row()
    {
        var ragged = shelf.Lay(@"\begin{matrix} a & b & c \\ d \\ \end{matrix}");
        Assert.Equal(4, ragged.Glyphs.Length);
        Assert.Equal(2400, ragged.Height + ragged.Depth, 0.5f);
    }
}
