using SkiaSharp;
using static BackpropAnimator.Typesetting.Tests.MathFontFacts;

namespace BackpropAnimator.Typesetting.Tests;

/// <summary>What rows and columns may be told: their alignment, lines between them, space after a row, and numbers.</summary>
[Collection(nameof(ShelfTests))]
public sealed class ArrayGeometryTests(Shelf shelf)
{
    const float Rule = 40, DoubleRuleGap = 200, ColumnSpace = 500;

    LayoutProbe Lay(string source) => new(shelf.Fonts, shelf.Lay(source));

    SKRect[] Rules(string source) => [.. shelf.Lay(source).Rules.OrderBy(rule => (rule.Left, rule.Top))];

    [Fact]
    public void The_columns_of_an_array_are_aligned_as_they_say()
    {
        var array = Lay(@"\begin{array}{lcr} 1 & 2 & 3 \\ aaa & bbb & ccc \end{array}");
        Assert.Equal(array.All("𝑎")[0].X, array.The("1").X, 0.1f);
        Assert.Equal((array.All("𝑏")[0].X + array.All("𝑏")[2].X) / 2, array.The("2").X, 100f);
        Assert.Equal(array.Layout.Width - ColumnSpace, array.End("3"), 0.1f);
        Assert.Equal(ColumnSpace, array.The("1").X, 0.1f);
    }

    [Fact]
    public void Space_at_the_edge_of_an_array_can_be_taken_away()
    {
        Assert.Equal(2 * ColumnSpace, Lay(@"\begin{array}{c} a \end{array}").Layout.Width - Lay("a").Layout.Width, 30f);
        Assert.Equal(0, Lay(@"\begin{array}{@{}c@{}} a \end{array}").Layout.Width - Lay("a").Layout.Width, 30f);
    }

    [Fact]
    public void An_upright_line_runs_between_its_columns_over_the_whole_height()
    {
        var array = Lay(@"\begin{array}{c|c} 1 & 2 \\ 3 & 4 \end{array}");
        var line = Assert.Single(array.Layout.Rules);
        Assert.Equal(Rule, line.Width, 0.1f);
        Assert.Equal(array.Layout.Height + array.Layout.Depth, line.Height, 0.1f);
        Assert.Equal(2 * ColumnSpace + Rule, array.The("2").X - array.End("1"), 0.1f);
        Assert.Equal((array.End("1") + array.The("2").X) / 2, line.MidX, 0.1f);
    }

    [Fact]
    public void Lines_across_run_over_the_whole_width_between_their_rows()
    {
        var array = Lay(@"\begin{array}{cc} \hline 1 & 2 \\ \hline 3 & 4 \\ \hline \end{array}");
        var lines = array.Layout.Rules.OrderBy(rule => rule.Top).ToArray();
        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.Equal((0f, array.Layout.Width, Rule), (line.Left, line.Right, line.Height), Near));
        Assert.Equal(-array.Layout.Height, lines[0].Top, 0.1f);
        Assert.Equal(array.Layout.Depth, lines[2].Bottom, 0.1f);
        Assert.InRange(lines[1].MidY, array.The("1").Y, array.Ink("3").Top);
        Assert.Equal(1200 + Rule, array.The("3").Y - array.The("1").Y, 0.1f);
    }

    [Fact]
    public void Two_lines_leave_two_points_between_them()
    {
        var across = shelf.Lay(@"\begin{array}{c} 1 \\ \hline\hline 3 \end{array}").Rules.OrderBy(rule => rule.Top).ToArray();
        Assert.Equal(DoubleRuleGap, across[1].Top - across[0].Bottom, 0.1f);
        var upright = Rules(@"\begin{array}{c||c} 1 & 3 \end{array}");
        Assert.Equal(DoubleRuleGap, upright[1].Left - upright[0].Right, 0.1f);
    }

    [Fact]
    public void A_line_across_some_columns_ends_half_way_to_the_next()
    {
        var array = Lay(@"\begin{array}{ccc} 1 & 2 & 3 \\ \cline{2-3} 4 & 5 & 6 \end{array}");
        var line = Assert.Single(array.Layout.Rules);
        Assert.Equal((array.End("1") + array.The("2").X) / 2, line.Left, 0.1f);
        Assert.Equal(array.Layout.Width, line.Right, 0.1f);
        // Two of them side by side are on one height.
        var two = Rules(@"\begin{array}{ccc} 1 & 2 & 3 \\ \cline{1-1} \cline{3-3} 4 & 5 & 6 \end{array}");
        Assert.Equal(2, two.Length);
        Assert.Equal(two[0].Top, two[1].Top);
    }

    [Theory]
    [InlineData(@"\\[4pt]", 400)]
    [InlineData(@"\\ [4pt]", 400)]
    [InlineData(@"\\*[1em]", 1000)]
    [InlineData(@"\\[-2pt]", -200)]
    public void A_row_ends_with_the_space_that_it_asks_for(string end, float space)
    {
        foreach (var name in (string[])["matrix", "aligned", "cases"])
        {
            var (plain, opened) = (Lay($@"\begin{{{name}}} 1 \\ 2 \end{{{name}}}"), Lay($@"\begin{{{name}}} 1 {end} 2 \end{{{name}}}"));
            Assert.Equal(plain.The("2").Y - plain.The("1").Y + space, opened.The("2").Y - opened.The("1").Y, 0.1f);
            Assert.Empty(opened.All("["));
        }
    }

    [Theory]
    [InlineData("aligned", "")]
    [InlineData("gathered", "")]
    [InlineData("array", "{c}")]
    public void The_row_on_the_baseline_can_be_chosen(string name, string columns)
    {
        LayoutProbe With(string place) => Lay($@"x = \begin{{{name}}}{place}{columns} 1 \\ 2 \\ 3 \end{{{name}}}");

        Assert.Equal(0, With("[t]").The("1").Y, 0.1f);
        Assert.Equal(0, With("[b]").The("3").Y, 0.1f);
        Assert.Equal(With("").Layout.Glyphs.ToArray(), With("[c]").Layout.Glyphs.ToArray());
    }

    [Fact]
    public void A_bracket_that_is_no_place_belongs_to_the_first_cell() =>
        Assert.Equal(5, shelf.Lay(@"\begin{aligned}[W] &= 1 \end{aligned}").Glyphs.Length);

    [Fact]
    public void A_matrix_with_a_star_is_aligned_as_it_says()
    {
        var (right, left) = (Lay(@"\begin{pmatrix*}[r] -1 \\ 2 \end{pmatrix*}"), Lay(@"\begin{pmatrix*}[l] -1 \\ 2 \end{pmatrix*}"));
        Assert.Equal(right.End("1"), right.End("2"), 0.1f);
        Assert.Equal(left.The("−").X, left.The("2").X, 0.1f);
    }

    [Fact]
    public void Gathered_rows_are_centred()
    {
        var gathered = Lay(@"\begin{gathered} 1 \\ a + b + c \end{gathered}");
        Assert.Equal(gathered.Layout.Width / 2, (gathered.The("1").X + gathered.End("1")) / 2, 0.1f);
    }

    [Fact]
    public void A_small_matrix_and_the_lines_of_a_limit_are_set_in_the_size_of_scripts()
    {
        var small = Lay(@"\begin{smallmatrix} a & b \\ c & d \end{smallmatrix}");
        Assert.All(small.Layout.Glyphs, glyph => Assert.Equal(1000 * ScriptScale, glyph.Size, 0.1f));
        Assert.True(small.Layout is { Height: < 1000, Depth: < 500 });

        var sum = Lay(@"\sum_{\substack{i < n \\ j < n}} x");
        Assert.All(sum.All("𝑛"), glyph => Assert.Equal(1000 * ScriptScale, glyph.Size, 0.1f));
        Assert.True(sum.The("𝑗").Y > sum.The("𝑖").Y + 400);
        Assert.True(sum.Ink("𝑖").Top > sum.Ink("∑").Bottom);
    }

    [Fact]
    public void The_numbers_of_aligned_rows_stand_in_a_column_of_their_own()
    {
        var align = Lay(@"\begin{align} a &= bbbbb \tag{1} \\ c &= d \tag{2} \\ e &= f \end{align}");
        var (first, second) = (align.The("1"), align.The("2"));
        Assert.Equal(first.X, second.X, 0.1f);
        Assert.True(align.All("(")[0].X >= align.End("𝑎") + 2000);
        Assert.Equal(align.The("𝑎").Y, first.Y, 0.1f);
        Assert.Equal(align.The("𝑐").Y, second.Y, 0.1f);
    }

    static bool Near((float, float, float) a, (float, float, float) b) =>
        MathF.Abs(a.Item1 - b.Item1) < 0.1f && MathF.Abs(a.Item2 - b.Item2) < 0.1f && MathF.Abs(a.Item3 - b.Item3) < 0.1f;
}
