using SkiaSharp;
using static BackpropAnimator.Typesetting.Tests.MathFontFacts;

namespace BackpropAnimator.Typesetting.Tests;

[Collection(nameof(ShelfTests))]
public sealed class RadicalGeometryTests(Shelf shelf)
{
    LayoutProbe Lay(string source) => new(shelf.Fonts, shelf.Lay(source));

    [Theory]
    [InlineData(@"\sqrt{x}")]
    [InlineData(@"\sqrt{\sum_i x}")]
    [InlineData(@"\sqrt{\frac{x}{1}}")]
    public void The_sign_and_its_rule_meet_in_one_line(string source)
    {
        var root = Lay(source);
        var rule = root.Layout.Rules.MinBy(it => it.Top);
        var sign = root.Ink("√");
        Assert.Equal(sign.Top, rule.Top, Unit);
        Assert.Equal(sign.Right, rule.Left, Unit);
        Assert.Equal(RadicalRuleThickness, rule.Height, 0.01f);
    }

    [Fact]
    public void The_rule_keeps_its_distance_from_the_radicand()
    {
        foreach (var (source, least) in new[]
        {
            (@"\sqrt{x}", RadicalDisplayStyleVerticalGap),
            (@"\textstyle\sqrt{x}", RadicalVerticalGap),
        })
        {
            var root = Lay(source);
            var rule = Assert.Single(root.Layout.Rules);
            Assert.True(root.Ink("𝑥").Top - rule.Bottom >= least - Unit);
            // What the sign has too much is shared between above and below.
            Assert.Equal(root.Ink("𝑥").Top - rule.Bottom - least, root.Ink("√").Bottom - root.Ink("𝑥").Bottom, 2 * Unit);
        }
    }

    [Fact]
    public void The_sign_grows_without_end()
    {
        var rows = string.Join(@"\\", Enumerable.Repeat("x", 12));
        var root = shelf.Lay(@"\sqrt{\begin{matrix}" + rows + @"\end{matrix}}");
        var ink = root.BoundsAt(SKPoint.Empty);
        Assert.True(ink.Height >= 12 * 1200);
        Assert.Equal(ink.Top, Assert.Single(root.Rules).Top, Unit);
    }

    [Fact]
    public void The_degree_is_raised_by_the_fonts_share_of_the_sign_and_stands_in_its_hook()
    {
        var root = Lay(@"\sqrt[3]{x}");
        var (sign, degree) = (root.Ink("√"), root.The("3"));
        Assert.Equal(sign.Bottom - RadicalDegreeBottomRaise * sign.Height, root.Ink(degree).Bottom, 2 * Unit);
        Assert.Equal(500, degree.Size, 0.01f);
        Assert.Equal(root.The("√").X, root.End("3") + RadicalKernAfterDegree, 0.01f);
        Assert.Equal(Math.Max(0, RadicalKernBeforeDegree + root.End("3") - degree.X + RadicalKernAfterDegree), root.The("√").X, 0.01f);
    }

    [Fact]
    public void A_translucent_root_is_no_darker_where_sign_and_rule_meet()
    {
        var root = shelf.Fonts.Lay(@"\sqrt{xyz}", 200);
        var darkness = Shelf.Darkness(600, 300, canvas => root.Draw(canvas, new(20, 220), new FormulaStyle(SKColors.Black, Opacity: 0.5f)));
        Assert.InRange(darkness.Cast<byte>().Max(), 120, 132);
        // Nor is there a hole: along the middle of the rule every pixel is as dark as the next.
        var rule = root.Rules[0];
        var y = (int)(220 + rule.MidY);
        for (var x = (int)(20 + rule.Left) - 6; x < 20 + rule.Right - 1; x++) Assert.InRange(darkness[y, x], 120, 132);
    }

    [Fact]
    public void Lines_over_and_under_keep_the_fonts_distances()
    {
        var over = Lay(@"\overline{x}");
        var rule = Assert.Single(over.Layout.Rules);
        Assert.Equal(OverbarVerticalGap, over.Ink("𝑥").Top - rule.Bottom, Unit);
        Assert.Equal(OverbarRuleThickness, rule.Height, 0.01f);
        var under = Lay(@"\underline{y}");
        Assert.Equal(UnderbarVerticalGap, Assert.Single(under.Layout.Rules).Top - under.Ink("𝑦").Bottom, Unit);
    }
}
