using static BackpropAnimator.Typesetting.Tests.MathFontFacts;

namespace BackpropAnimator.Typesetting.Tests;

[Collection(nameof(ShelfTests))]
public sealed class ScriptGeometryTests(Shelf shelf)
{
    LayoutProbe Lay(string source) => new(shelf.Fonts, shelf.Lay(source));

    [Fact]
    public void A_superscript_of_a_letter_stands_at_the_fonts_shift_in_script_size()
    {
        var power = Lay("x^2").The("2");
        Assert.Equal(-SuperscriptShiftUp, power.Y, 0.01f);
        Assert.Equal(1000 * ScriptScale, power.Size, 0.01f);
    }

    [Fact]
    public void Under_a_root_superscripts_are_kept_low() =>
        Assert.Equal(-SuperscriptShiftUpCramped, Lay(@"\sqrt{x^2}").The("2").Y, 0.01f);

    [Fact]
    public void A_subscript_stands_at_the_fonts_shift() => Assert.Equal(SubscriptShiftDown, Lay("x_2").The("2").Y, 0.01f);

    [Fact]
    public void A_tall_subscript_goes_down_until_its_top_is_low_enough()
    {
        var tall = Lay(@"x_{\displaystyle\frac{a}{b}}");
        Assert.Equal(-SubscriptTopMax, tall.Ink("𝑎").Top, Unit);
    }

    [Fact]
    public void A_deep_superscript_goes_up_until_its_bottom_is_high_enough()
    {
        var deep = Lay(@"x^{\displaystyle\frac{a}{b}}");
        Assert.Equal(-SuperscriptBottomMin, deep.Ink("𝑏").Bottom, Unit);
    }

    [Fact]
    public void Both_scripts_keep_the_gap_between_them()
    {
        var both = Lay("x_b^y");
        var gap = both.Ink("𝑏").Top - both.Ink("𝑦").Bottom;
        Assert.Equal(SubSuperscriptGapMin, gap, Unit);
        Assert.True(both.Ink("𝑦").Bottom <= -SuperscriptBottomMaxWithSubscript + Unit || both.The("𝑦").Y <= -SuperscriptShiftUp);
    }

    [Fact]
    public void A_superscript_follows_the_letters_slant_and_a_subscript_does_not()
    {
        // Italic correction of 𝑓 in Latin Modern Math: 90.
        Assert.Equal(Lay("f_2").The("2").X + 90, Lay("f^2").The("2").X, 0.01f);
        Assert.Equal(Lay("f_2").End("𝑓"), Lay("f_2").The("2").X, 0.01f);
    }

    [Fact]
    public void Scripts_of_something_tall_follow_its_edges()
    {
        var bare = shelf.Lay(@"\left(\frac{a}{b}\right)");
        var tall = Lay(@"\left(\frac{a}{b}\right)_1^2");
        Assert.Equal(-bare.Height + SuperscriptBaselineDropMax, tall.The("2").Y, Unit);
        Assert.Equal(bare.Depth + SubscriptBaselineDropMin, tall.The("1").Y, Unit);
    }

    [Fact]
    public void A_space_follows_scripts()
    {
        var row = Lay("x_1y");
        Assert.Equal(row.End("1") + SpaceAfterScript, row.The("𝑦").X, 0.01f);
    }

    [Fact]
    public void Scripts_of_an_accented_letter_stand_as_those_of_the_letter() =>
        Assert.Equal(Lay("y_i^2").The("2").Y, Lay(@"\hat y_i^2").The("2").Y, 0.01f);

    [Fact]
    public void Letters_in_scripts_are_drawn_in_their_script_form()
    {
        var math = shelf.Fonts.File(Face.Math);
        var full = Lay("w").The("𝑤").Glyph;
        var script = Lay("x_w").The("𝑤").Glyph;
        var smallest = Lay("x_{y_w}").The("𝑤").Glyph;
        Assert.Equal(3, new HashSet<ushort> { full, script, smallest }.Count);
        Assert.Equal(script, math.ScriptForm(0x1D464, level: 1));
    }

    [Fact]
    public void Primes_are_superscripts_and_may_be_followed_by_one()
    {
        Assert.Equal(3, Lay("f'''").All("′").Length);
        var both = Lay("f'^2");
        Assert.True(both.The("2").X > both.The("′").X);
        Assert.Equal(both.The("2").Y, both.The("′").Y);
    }

    [Fact]
    public void A_digit_as_an_argument_stands_alone()
    {
        var row = Lay("x_12");
        Assert.True(row.The("1").Y > 0);
        Assert.Equal(0, row.The("2").Y);
    }
}
