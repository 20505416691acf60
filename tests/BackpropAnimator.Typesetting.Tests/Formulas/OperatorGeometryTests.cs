using static BackpropAnimator.Typesetting.Tests.MathFontFacts;

namespace BackpropAnimator.Typesetting.Tests;

[Collection(nameof(ShelfTests))]
public sealed class OperatorGeometryTests(Shelf shelf)
{
    LayoutProbe Lay(string source) => new(shelf.Fonts, shelf.Lay(source));

    [Theory]
    [InlineData(@"\sum", "∑")]
    [InlineData(@"\prod", "∏")]
    [InlineData(@"\int", "∫")]
    [InlineData(@"\textstyle\sum", "∑")]
    public void Large_operators_are_centred_on_the_axis(string source, string sign) =>
        Assert.Equal(-AxisHeight, Lay(source).Ink(sign).MidY, Unit);

    [Fact]
    public void Large_operators_are_larger_in_display_style()
    {
        Assert.Equal(1400, Lay(@"\sum").Ink("∑").Height, Unit);
        Assert.Equal(1000, Lay(@"\textstyle\sum").Ink("∑").Height, Unit);
        Assert.Equal(2222, Lay(@"\int").Ink("∫").Height, Unit);
    }

    [Fact]
    public void Limits_stand_over_and_under_the_sign_at_the_fonts_distances()
    {
        var sum = Lay(@"\sum_i^n");
        var (sign, lower, upper) = (sum.Ink("∑"), sum.The("𝑖"), sum.The("𝑛"));
        Assert.Equal(sign.Bottom + Math.Max(LowerLimitBaselineDropMin, LowerLimitGapMin + lower.Y - sum.Ink(lower).Top), lower.Y, Unit);
        Assert.Equal(sign.Top - Math.Max(UpperLimitBaselineRiseMin, UpperLimitGapMin + sum.Ink(upper).Bottom - upper.Y), upper.Y, Unit);
        Assert.Equal(sign.MidX, (upper.X + sum.End("𝑛")) / 2, 20f);
    }

    [Fact]
    public void A_tall_lower_limit_keeps_the_gap()
    {
        var sum = Lay(@"\sum_{\frac{a}{b}}");
        Assert.Equal(LowerLimitGapMin, sum.Ink("𝑎").Top - sum.Ink("∑").Bottom, Unit);
    }

    [Fact]
    public void In_text_style_the_limits_stand_beside_the_sign()
    {
        var sum = Lay(@"\textstyle\sum_i^n");
        Assert.True(sum.The("𝑖").X >= sum.Ink("∑").Right);
        Assert.True(sum.The("𝑛").X >= sum.Ink("∑").Right);
    }

    [Fact]
    public void A_lapped_label_stands_in_the_middle_under_its_brace_and_takes_no_room()
    {
        var (bare, labelled) = (Lay(@"a\underbrace{x}b"), Lay(@"a\underbrace{x}_{\mathclap{\text{wwwww}}}b"));
        Assert.Equal(bare.The("𝑏").X, labelled.The("𝑏").X, Unit);
        var letters = labelled.All("w");
        Assert.Equal(labelled.Ink("𝑥").MidX, (labelled.Ink(letters[0]).Left + labelled.Ink(letters[^1]).Right) / 2, 20f);
        Assert.True(labelled.Ink(letters[0]).Left < labelled.The("𝑥").X);
    }

    [Fact]
    public void Limits_can_be_asked_for_and_refused()
    {
        Assert.True(Lay(@"\textstyle\sum\limits_i").The("𝑖").X < Lay(@"\textstyle\sum").Ink("∑").Right);
        Assert.True(Lay(@"\sum\nolimits_i").The("𝑖").X >= Lay(@"\sum").Ink("∑").Right);
    }

    [Fact]
    public void An_integrals_limits_stand_beside_it_the_lower_one_tucked_in()
    {
        var integral = Lay(@"\int_0^1");
        Assert.True(integral.The("0").X < integral.The("1").X);
        Assert.True(integral.The("0").X > integral.Ink("∫").Left);
    }

    [Fact]
    public void Named_functions_are_upright_and_take_limits_where_they_have_any()
    {
        Assert.Equal("max", string.Concat(new[] { "m", "a", "x" }.Where(letter => Lay(@"\max").All(letter).Length == 1)));
        Assert.True(Lay(@"\max_i x").The("𝑖").X < Lay(@"\max_i x").End("x"));
        Assert.True(Lay(@"\log_i x").The("𝑖").X >= Lay(@"\log_i x").End("g"));
    }

    [Fact]
    public void A_brace_is_as_wide_as_what_it_spans_and_keeps_its_distance()
    {
        foreach (var inside in new[] { "a", "a+b", "a+b+c+d+e+f+g+h" })
        {
            var under = shelf.Lay(@"\part{body}{\underbrace{\part{inside}{" + inside + "}}}");
            Assert.Equal(under.Width, under.PartBounds("body").Width, 2f);
            var below = under.PartBounds("body").Bottom - under.PartBounds("inside").Bottom;
            Assert.True(below > StretchStackGapAboveMin);
            var over = shelf.Lay(@"\part{body}{\overbrace{\part{inside}{" + inside + "}}}");
            Assert.True(over.PartBounds("inside").Top - over.PartBounds("body").Top > StretchStackGapBelowMin);
        }
    }
}
