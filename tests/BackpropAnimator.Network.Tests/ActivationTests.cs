using MathNet.Numerics.LinearAlgebra;
using static BackpropAnimator.Network.Tests.Some;

namespace BackpropAnimator.Network.Tests;

public class ActivationTests
{
    public static TheoryData<string> Curves() => [.. Names(Activation.All.OfType<ElementwiseActivation>())];

    public static TheoryData<string> All() => [.. Names(Activation.All)];

    [Theory]
    [InlineData("sigmoid", 0, 0.5, 0.25)]
    [InlineData("sigmoid", 2, 0.8807970779778823, 0.10499358540350662)]
    [InlineData("tanh", 1, 0.7615941559557649, 0.41997434161402614)]
    [InlineData("relu", 1.5, 1.5, 1)]
    [InlineData("relu", -1.5, 0, 0)]
    [InlineData("relu", 0, 0, 0)]
    [InlineData("leaky_relu", -2, -0.02, 0.01)]
    [InlineData("elu", -1, -0.6321205588285577, 0.36787944117144233)]
    [InlineData("elu", -1e-10, -9.9999999995e-11, 0.9999999999)]
    [InlineData("elu", 3, 3, 1)]
    [InlineData("gelu", 1, 0.8413447460685429, 1.0833154705876864)]        // Φ(1), Φ(1) + φ(1)
    [InlineData("gelu", -1, -0.15865525393145707, -0.0833154705876864)]
    [InlineData("softplus", 0, 0.6931471805599453, 0.5)]
    [InlineData("softplus", -20, 2.0611536203143808e-9, 2.0611536181902037e-9)]
    [InlineData("identity", -7, -7, 1)]
    public void Curves_pass_through_known_points(string name, double z, double value, double slope)
    {
        var curve = Curve(name);

        // Relative, so that the digits of small values count as well.
        Assert.Equal(value, curve.ValueAt(z), 1e-14 * Math.Abs(value));
        Assert.Equal(slope, curve.SlopeAt(z), 1e-14 * Math.Abs(slope));
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public void Slopes_are_the_derivatives_of_values(string name)
    {
        for (var z = -6.05; z < 6; z += 0.1)
        {
            var difference = (Curve(name).ValueAt(z + 1e-5) - Curve(name).ValueAt(z - 1e-5)) / 2e-5;
            AssertEqual(difference, Curve(name).SlopeAt(z), 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public void A_slope_told_by_the_value_is_the_slope_at_z(string name)
    {
        for (var z = -5.05; z < 5; z += 0.1)
        {
            if (Curve(name).SlopeInA is { } slope)
                AssertEqual(Curve(name).SlopeAt(z), slope.At(Curve(name).ValueAt(z)), 1e-14);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Values_and_slopes_stay_finite_and_in_range_however_far_out(string name)
    {
        var activation = Some.Activation(name);
        var far = Vector(-1e4, -745, -37, -1e-300, 0, 1e-300, 37, 745, 1e4);
        var (low, high) = activation.Range;

        Assert.All(activation.ValuesAt(far), a => Assert.InRange(a, low, high));
        Assert.All(activation.SlopesAt(far), slope => Assert.True(double.IsFinite(slope)));
        if (activation.JacobianAt(far) is { } jacobian)
            Assert.All(jacobian.Enumerate(), entry => Assert.True(double.IsFinite(entry)));
    }

    [Fact]
    public void The_lowest_value_of_gelu_is_the_end_of_its_range()
    {
        var gelu = new Gelu();
        var lowest = Enumerable.Range(-8000, 1000).Min(n => gelu.ValueAt(n * 1e-4));

        AssertEqual(gelu.Range.Low, lowest, 1e-8);
        Assert.True(lowest >= gelu.Range.Low);
    }

    [Fact]
    public void Softmax_shares_one_and_ignores_a_common_shift()
    {
        var shares = new Softmax().ValuesAt(Vector(1, 2, 3));

        AssertEqual(1, shares.Sum());
        AssertEqual([0.09003057317038046, 0.24472847105479767, 0.6652409557748219], shares);
        AssertEqual(shares, new Softmax().ValuesAt(Vector(9001, 9002, 9003)));
    }

    [Fact]
    public void The_Jacobian_of_softmax_is_its_table_of_partial_derivatives()
    {
        var (softmax, z) = (new Softmax(), Vector(0.3, -1.2, 0.8));
        var jacobian = softmax.JacobianAt(z);

        for (var k = 0; k < z.Count; k++)
        {
            var h = Vector<double>.Build.Dense(z.Count, j => j == k ? 1e-5 : 0);
            AssertEqual((softmax.ValuesAt(z + h) - softmax.ValuesAt(z - h)) / 2e-5, jacobian.Column(k), 1e-9);
        }

        AssertEqual(jacobian.Diagonal(), softmax.SlopesAt(z));
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public void A_curve_has_a_corner_where_its_slope_jumps(string name) =>
        Assert.Equal(Curve(name).HasCorner, Math.Abs(Curve(name).SlopeAt(1e-9) - Curve(name).SlopeAt(0)) > 1e-6);

    [Theory]
    [MemberData(nameof(Curves))]
    public void A_curve_that_is_off_below_zero_is_nothing_there(string name) => Assert.Equal(
        Curve(name).IsOffBelowZero, new[] { -5, -0.5, 0 }.All(z => Curve(name).ValueAt(z) == 0 && Curve(name).SlopeAt(z) == 0));

    [Theory]
    [MemberData(nameof(Curves))]
    public void Values_and_no_others_are_in_the_range(string name)
    {
        var (curve, range) = (Curve(name), Curve(name).Range);
        double[] values = [.. Enumerable.Range(-2000, 4001).Select(n => curve.ValueAt(n * 0.005))];

        Assert.All(values, a => Assert.True(range.Contains(a), $"{a}"));
        Assert.False(range.Contains(range.High));
        Assert.Equal(range.IsLowReached, range.Contains(range.Low));
        if (range.IsLowReached)
            AssertEqual(range.Low, values.Min(), 1e-5);
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public void Usual_values_are_values_of_the_curve(string name)
    {
        if (Curve(name).SlopeInA is not { } slope)
            return;
        Assert.NotEmpty(slope.UsualValues);
        Assert.All(slope.UsualValues, a => Assert.True(Curve(name).Range.Contains(a), $"{a}"));
    }

    [Fact]
    public void A_leaky_slope_is_an_option()
    {
        var leaky = new LeakyRelu().Configured(new ActivationOptions(LeakySlope: 0.2));

        Assert.Equal(new LeakyRelu(0.2), leaky);
        Assert.Equal([("leaky_slope", 0.2)], leaky.Options.AsEnumerable());
        Assert.Equal(new Sigmoid(), new Sigmoid().Configured(new ActivationOptions(LeakySlope: 0.2)));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_leaky_slope_outside_0_to_1_is_refused(double slope) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LeakyRelu(slope));

    static ElementwiseActivation Curve(string name) => (ElementwiseActivation)Some.Activation(name);
}
