using static BackpropAnimator.Typesetting.Tests.MathFontFacts;

namespace BackpropAnimator.Typesetting.Tests;

[Collection(nameof(ShelfTests))]
public sealed class FractionGeometryTests(Shelf shelf)
{
    LayoutProbe Lay(string source) => new(shelf.Fonts, shelf.Lay(source));

    [Theory]
    [InlineData(@"\frac{x}{y}", 1)]
    [InlineData(@"\tfrac{x}{y}", 1)]
    [InlineData(@"\scriptstyle\frac{x}{y}", ScriptScale)]
    public void The_rule_is_centred_on_the_axis_and_as_thick_as_the_font_says(string source, float scale)
    {
        var rule = Assert.Single(shelf.Lay(source).Rules);
        Assert.Equal(-AxisHeight * scale, rule.MidY, 0.01f);
        Assert.Equal(FractionRuleThickness * scale, rule.Height, 0.01f);
    }

    [Fact]
    public void In_display_style_numerator_and_denominator_stand_at_the_display_shifts()
    {
        var fraction = Lay(@"\frac{x}{y}");
        Assert.Equal(-FractionNumeratorDisplayStyleShiftUp, fraction.The("𝑥").Y, 0.01f);
        Assert.Equal(FractionDenominatorDisplayStyleShiftDown, fraction.The("𝑦").Y, 0.01f);
        Assert.Equal(1000, fraction.The("𝑥").Size);
    }

    [Fact]
    public void In_text_style_they_stand_at_the_text_shifts_in_script_size()
    {
        var fraction = Lay(@"\tfrac{x}{y}");
        Assert.Equal(-FractionNumeratorShiftUp, fraction.The("𝑥").Y, 0.01f);
        Assert.Equal(FractionDenominatorShiftDown, fraction.The("𝑦").Y, 0.01f);
        Assert.Equal(1000 * ScriptScale, fraction.The("𝑥").Size, 0.01f);
    }

    [Fact]
    public void A_deep_numerator_keeps_the_gap_to_the_rule()
    {
        var fraction = Lay(@"\frac{\frac{a}{b}}{y}");
        var outer = fraction.Layout.Rules.MaxBy(rule => rule.Bottom);
        var gap = outer.Top - fraction.Ink("𝑏").Bottom;
        Assert.Equal(FractionNumeratorDisplayStyleGapMin, gap, Unit);
    }

    [Fact]
    public void A_high_denominator_keeps_the_gap_to_the_rule()
    {
        var fraction = Lay(@"\frac{x}{\displaystyle\frac{a}{b}}");
        var outer = fraction.Layout.Rules.MinBy(rule => rule.Top);
        Assert.Equal(FractionDenominatorDisplayStyleGapMin, fraction.Ink("𝑎").Top - outer.Bottom, Unit);
    }

    [Fact]
    public void The_narrower_of_the_two_is_centred()
    {
        var fraction = Lay(@"\frac{1}{x+y+z}");
        var rule = Assert.Single(fraction.Layout.Rules);
        Assert.Equal(rule.MidX, (fraction.The("1").X + fraction.End("1")) / 2, 0.01f);
    }

    [Fact]
    public void A_binomial_has_no_rule_and_keeps_its_two_lines_apart()
    {
        var pile = Lay(@"\binom{y}{b}");
        Assert.Empty(pile.Layout.Rules);
        Assert.True(pile.Ink("𝑏").Top - pile.Ink("𝑦").Bottom >= StackGapMinDisplay - Unit);
        Assert.True(pile.The("𝑦").Y <= -StackTopDisplayStyleShiftUp + 0.01f);
    }
}
