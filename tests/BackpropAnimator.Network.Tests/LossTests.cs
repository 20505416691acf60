using static BackpropAnimator.Network.Tests.Some;

namespace BackpropAnimator.Network.Tests;

public class LossTests
{
    public static TheoryData<string> All() => [.. Names(Loss.All)];

    [Theory]
    [InlineData("half_squared_error", 0.265, new[] { 0.7, -0.2 })]          // ½ (0.7² + 0.2²)
    [InlineData("mean_squared_error", 0.265, new[] { 0.7, -0.2 })]          // (0.7² + 0.2²) / 2
    [InlineData("mean_absolute_error", 0.45, new[] { 0.5, -0.5 })]          // (0.7 + 0.2) / 2
    [InlineData("binary_cross_entropy", 1.4271163556401458, new[] { 10.0 / 3, -1.25 })]     // −ln 0.3 − ln 0.8;  0.7 / 0.21, −0.2 / 0.16
    [InlineData("categorical_cross_entropy", 0.2231435513142097, new[] { 0, -1.25 })]       // −ln 0.8;  −1 / 0.8
    public void Losses_of_known_outputs_are_known(string name, double value, double[] gradient)
    {
        var (output, target) = (Vector(0.7, 0.8), Vector(0, 1));

        AssertEqual(value, Some.Loss(name).Value(output, target));
        AssertEqual(gradient, Some.Loss(name).Gradient(output, target));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Terms_sum_to_the_loss(string name)
    {
        var (output, target) = (Vector(0.7, 0.1, 0.2), Vector(0.5, 0.25, 0.25));

        AssertEqual(Some.Loss(name).Value(output, target), Some.Loss(name).Terms(output, target).Sum());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_perfect_output_costs_nothing(string name) =>
        AssertEqual(0, Some.Loss(name).Value(Vector(1, 0), Vector(1, 0)), 1e-14);

    [Theory]
    [InlineData("binary_cross_entropy")]
    [InlineData("categorical_cross_entropy")]
    public void Of_an_output_that_is_known_without_its_z_cross_entropy_costs_what_the_clamp_allows(string name)
    {
        var loss = Some.Loss(name);

        AssertEqual(-Math.Log(1e-15), loss.Terms(Vector(0, 0.5), Vector(1, 0))[0], 1e-3);
        AssertEqual(-1e15, loss.Gradient(Vector(0, 0.5), Vector(1, 0))[0], 1e-3);
    }

    [Theory]
    [InlineData("sigmoid", null)]
    [InlineData("softmax", null)]
    [InlineData("tanh", "binary_cross_entropy needs outputs between 0 and 1 (sigmoid or softmax), but those of tanh lie in (−1, 1)")]
    [InlineData("relu", "binary_cross_entropy needs outputs between 0 and 1 (sigmoid or softmax), but those of relu lie in (0, ∞)")]
    public void Cross_entropy_follows_probabilities_only(string output, string? problem) =>
        Assert.Equal(problem, new BinaryCrossEntropy().ProblemWith(Some.Activation(output)));

    [Fact]
    public void Cross_entropies_say_what_is_wrong_with_a_target()
    {
        Assert.Equal("binary_cross_entropy needs targets in 0 … 1, not 2", new BinaryCrossEntropy().ProblemWith(Vector(0, 2)));
        Assert.Equal(
            "categorical_cross_entropy needs targets that sum to 1, not to 1.5", new CategoricalCrossEntropy().ProblemWith(Vector(1, 0.5)));
        Assert.Null(new CategoricalCrossEntropy().ProblemWith(Vector(0.25, 0.75)));
        Assert.Null(new HalfSquaredError().ProblemWith(Vector(-3, 2)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_slope_is_the_raw_error_where_the_loss_says_so(string name)
    {
        var (loss, output, target) = (Some.Loss(name), Vector(0.9, 0.3, 0.5), Vector(0.25, 0.75, -3));

        Assert.Equal(loss.SlopeIsRawError, loss.Gradient(output, target).Equals(output - target));
    }

    [Fact]
    public void A_target_of_another_length_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new HalfSquaredError().Gradient(Vector(1, 2), Vector(1)));
        Assert.Throws<ArgumentException>(() => new HalfSquaredError().Value(Vector(1, 2), Vector(1)));
    }
}
