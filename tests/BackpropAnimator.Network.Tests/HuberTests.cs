using static BackpropAnimator.Network.Tests.Some;

namespace BackpropAnimator.Network.Tests;

public class HuberTests
{
    static readonly Huber huber = new();

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0.5, 0.125, 0.5)]           // ½ 0.5²
    [InlineData(-0.5, 0.125, -0.5)]
    [InlineData(1, 0.5, 1)]
    [InlineData(3, 2.5, 1)]                 // 3 − ½
    [InlineData(-3, 2.5, -1)]
    public void An_error_costs_its_square_when_small_and_its_size_when_large(double error, double value, double slope)
    {
        AssertEqual(value, huber.Value(Vector(0.25 + error), Vector(0.25)));
        AssertEqual([slope], huber.Gradient(Vector(0.25 + error), Vector(0.25)));
    }

    [Fact]
    public void Outputs_are_summed() => AssertEqual(0.125 + 2.5, huber.Value(Vector(0.5, -3), Vector(0, 0)));

    [Fact]
    public void Slopes_are_the_derivatives_of_values()
    {
        for (var error = -2.95; error < 3; error += 0.1)
        {
            var difference = huber.Value(Vector(error + 1e-5), Vector(0)) - huber.Value(Vector(error - 1e-5), Vector(0));
            AssertEqual(difference / 2e-5, huber.Gradient(Vector(error), Vector(0))[0], 1e-9);
        }
    }

    [Fact]
    public void Small_errors_are_those_of_half_the_squared_error()
    {
        var (output, target) = (Vector(0.3, -0.9), Vector(1, 0));

        Assert.Equal(new HalfSquaredError().Value(output, target), huber.Value(output, target));
        Assert.Equal(new HalfSquaredError().Gradient(output, target), huber.Gradient(output, target));
    }

    [Fact]
    public void Numbers_are_put_into_the_piece_that_they_belong_to()
    {
        Numeral small = new(0.25, "0.25", ""), large = new(3, "3.00", ""), target = new(0, "0.00", "");

        Assert.Equal(@"\tfrac{1}{2} (0.25 - 0.00)^2", huber.TermWithNumbers(small, target));
        Assert.Equal(@"|3.00 - 0.00| - \tfrac{1}{2}", huber.TermWithNumbers(large, target));
    }
}
