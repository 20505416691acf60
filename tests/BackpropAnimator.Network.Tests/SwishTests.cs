using static BackpropAnimator.Network.Tests.Some;

namespace BackpropAnimator.Network.Tests;

public class SwishTests
{
    static readonly Swish swish = new();

    [Theory]
    [InlineData(0, 0, 0.5)]
    [InlineData(1, 0.7310585786300049, 0.9276705118714867)]
    [InlineData(-1, -0.2689414213699951, 0.07232948812851326)]
    [InlineData(3, 2.8577223804672998, 1.0881041060151697)]
    [InlineData(-20, -4.122307236380407e-8, -3.9161918660646786e-8)]
    public void It_passes_through_known_points(double z, double value, double slope)
    {
        // Relative, so that the digits of small values count as well.
        Assert.Equal(value, swish.ValueAt(z), 1e-14 * Math.Abs(value));
        Assert.Equal(slope, swish.SlopeAt(z), 1e-14 * Math.Abs(slope));
    }

    [Fact]
    public void Its_slope_is_the_one_that_worksheets_write()
    {
        // f′(z) = a + σ(z) (1 − a), as in the paper.
        for (var z = -8.0; z <= 8; z += 0.25)
        {
            var a = swish.ValueAt(z);
            AssertEqual(a + new Sigmoid().ValueAt(z) * (1 - a), swish.SlopeAt(z), 1e-14);
        }
    }

    [Fact]
    public void Its_lowest_value_is_the_end_of_its_range()
    {
        AssertEqual(0, swish.SlopeAt(-1.2784645427610738), 1e-15);
        AssertEqual(swish.Range.Low, swish.ValueAt(-1.2784645427610738), 1e-15);
    }

    [Fact]
    public void One_value_may_have_two_slopes()
    {
        var (left, right) = (-2.3961385060760683, -0.5448804401599816);

        AssertEqual(-0.2, swish.ValueAt(left));
        AssertEqual(-0.2, swish.ValueAt(right));
        Assert.True(swish.SlopeAt(left) < 0 && swish.SlopeAt(right) > 0);
        Assert.Null(swish.SlopeInA);
    }
}
