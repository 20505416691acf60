namespace BackpropAnimator.Lessons.Tests;

/// <summary>Axes of even steps and of powers of ten.</summary>
public class ScaleTests
{
    [Fact]
    public void A_linear_axis_ends_at_round_values_on_either_side()
    {
        var scale = LinearScale.Around(-5.7, 5.7, most: 6);

        Assert.Equal((-6, 6, 2), (scale.From, scale.To, scale.Step));
        Assert.Equal(["−6", "−4", "−2", "0", "2", "4", "6"], scale.Ticks.Select(tick => tick.Label));
        Assert.Equal(0.5, scale.ShareOf(0));
    }

    [Fact]
    public void Each_power_of_ten_takes_the_same_room_on_a_logarithmic_axis()
    {
        var scale = LogScale.Around([3e-4, 0.02, 0.7]);

        Assert.Equal((-4, 0), (scale.From, scale.To));
        Assert.Equal(["10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "1"], scale.Ticks.Select(tick => tick.Label));
        Assert.Equal([0, 0.25, 0.5, 0.75, 1], new[] { 1e-4, 1e-3, 1e-2, 0.1, 1 }.Select(value => Math.Round(scale.ShareOf(value), 12)));
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1.2e-3)]
    public void The_smallest_value_on_a_logarithmic_axis_is_seen_to_be_more_than_nothing(double least) =>
        Assert.InRange(LogScale.Around([least, 1]).ShareOf(least), 0.05, 1);

    [Fact]
    public void Nothing_lies_at_the_start_of_a_logarithmic_axis()
    {
        Assert.Equal(0, LogScale.Around([0, 0.1]).ShareOf(0));
        Assert.Equal(0, LogScale.Around([0, 0]).ShareOf(0));
    }

    [Fact]
    public void A_long_logarithmic_axis_leaves_powers_out_evenly() =>
        Assert.Equal(["10⁻¹²", "10⁻¹⁰", "10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "1"], new LogScale(-12, 0).Ticks.Select(tick => tick.Label));

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void The_value_at_a_place_lies_there(double share)
    {
        Assert.Equal(share, new LogScale(-7, -2).ShareOf(new LogScale(-7, -2).ValueAt(share)), 12);
        Assert.Equal(share, new LinearScale(-6, 6, 2).ShareOf(new LinearScale(-6, 6, 2).ValueAt(share)), 12);
    }
}
