namespace BackpropAnimator.Lessons.Tests;

/// <summary>Numbers are written as people write them.</summary>
public class NumberSpellingTests
{
    [Theory]
    [InlineData(5e-11, "5·10⁻¹¹")]
    [InlineData(-4.4e-4, "−4·10⁻⁴")]
    [InlineData(123456, "1.2·10⁵")]
    [InlineData(99999, "99999")]
    [InlineData(0.0005, "0.001")]
    [InlineData(0, "0.000")]
    [InlineData(-0.0, "0.000")]
    public void A_number_too_small_or_large_for_its_decimals_has_its_power_of_ten_raised(double value, string written) =>
        Assert.Equal(written, Numbers.Fine(value));

    [Theory]
    [InlineData(5e-11, @"5\!\cdot\!10^{−11}")]
    [InlineData(-123456, @"{−}1.2\!\cdot\!10^{5}")]
    public void A_formula_writes_it_with_an_exponent(double value, string written) =>
        Assert.Equal(written, Numbers.InFormula.Fine(value));

    [Theory]
    [InlineData(1e-22, "+1·10⁻²²")]
    [InlineData(-0.25, "−0.250")]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    public void A_gradient_has_its_sign_and_an_exact_0_has_none(double value, string written) =>
        Assert.Equal(written, Numbers.Signed(value));

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void A_gradient_of_0_counts_up_to_0_without_a_sign(double share) => Assert.Equal("0", Numbers.Signed(-0.0, share));

    [Theory]
    [InlineData(0.5, 0, 2, "0.5")]
    [InlineData(0.5, 2, 4, "0.50")]
    [InlineData(0.125, 2, 4, "0.125")]
    [InlineData(1, 1, 2, "1.0")]
    [InlineData(-0.0004, 0, 3, "−0.0004")]
    [InlineData(-0.0, 0, 2, "0")]
    [InlineData(1e-11, 2, 4, "1·10⁻¹¹")]
    public void A_number_of_the_author_is_as_short_as_it_was_written(double value, int least, int most, string written) =>
        Assert.Equal(written, Numbers.Trimmed(value, least, most));

    [Theory]
    [InlineData(0.4896, 0.48960001, 3, @"=")]
    [InlineData(0, 2e-6, 4, @"\approx")]
    [InlineData(3e-6, 2e-6, 4, @"\approx")]
    public void What_comes_out_equal_is_told_by_how_it_is_written(double calculated, double actual, int decimals, string sign) =>
        Assert.Equal(sign, Rounded.Sign(calculated, actual, decimals));

    [Theory]
    [InlineData(4.44e-4, 3, 4e-4)]
    [InlineData(123456, 3, 1.2e5)]
    [InlineData(1234.5, 3, 1235)]
    [InlineData(0.98765, 3, 0.988)]
    public void A_viewer_calculates_with_numbers_as_they_are_written(double value, int decimals, double seen) =>
        Assert.Equal(seen, Rounded.AsWritten(value, decimals), 1e-15 * seen + 1e-18);

    [Fact]
    public void A_sample_whose_input_rounds_to_minus_0_has_no_sign() =>
        Assert.Equal("(0, −0.5, 0.003)", SampleNames.InShort(Network.Example.Of([-0.0, -0.5, 0.003], [1])));

    [Fact]
    public void A_worksheet_has_no_minus_0() => Assert.Equal(("0", @"5 \cdot 10^{-11}"), (Tex.Number(-0.0), Tex.Number(5e-11)));
}
