using static BackpropAnimator.Network.Tests.Some;

namespace BackpropAnimator.Network.Tests;

/// <summary>δ = a − y, against the product of the two factors that cancel.</summary>
public class CancellationTests
{
    public static TheoryData<string, string> Pairs() => new()
    {
        { "sigmoid", "binary_cross_entropy" },
        { "softmax", "categorical_cross_entropy" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_cancelled_and_the_uncancelled_delta_agree(string output, string loss)
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var network = Seeded(output, loss, range: 4, seed);
            var forward = network.Forward(Vector(0.5, -1, 2));
            var last = network.Backward(forward, Vector(0, 0.3, 0.7)).Layers[^1];

            Assert.True(last.IsCancelled);
            Assert.Equal(forward.Output - Vector(0, 0.3, 0.7), last.Delta);
            if (forward.Output.All(a => a is > 1e-12 and < 1 - 1e-12))
                AssertEqual(last.Delta, last.UncancelledDelta);
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_saturated_wrong_output_still_learns(string output, string loss)
    {
        var network = new DenseNetwork(
            [new DenseLayer(Matrix([1e4], [-1e4]), Vector(0, 0), Some.Activation(output))], Some.Loss(loss));
        var backward = network.Backward(network.Forward(Vector(1)), Vector(0, 1));

        AssertEqual([1, -1], backward.Layers[0].Delta);
        Assert.True(double.IsFinite(backward.Loss));
        Assert.All(backward.Layers[0].Incoming, value => Assert.True(double.IsFinite(value)));
        Assert.All(backward.Layers[0].UncancelledDelta, value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void Squared_error_does_not_learn_from_a_saturated_output()
    {
        var network = new DenseNetwork([new DenseLayer(Matrix([1e4]), Vector(0), new Sigmoid())], new HalfSquaredError());
        var backward = network.Backward(network.Forward(Vector(1)), Vector(0));

        Assert.Equal(1, backward.Layers[0].Incoming[0]);
        Assert.Equal(0, backward.Layers[0].Delta[0]);
    }

    [Fact]
    public void Other_pairs_keep_the_product_of_the_factors()
    {
        var network = Seeded("softmax", "binary_cross_entropy", range: 1, seed: 1);
        var last = network.Backward(network.Forward(Vector(0.5, -1, 2)), Vector(0, 1, 0)).Layers[^1];

        Assert.False(last.IsCancelled);
        Assert.Equal(last.UncancelledDelta, last.Delta);
    }

    static DenseNetwork Seeded(string output, string loss, double range, long seed) => DenseNetwork.Seeded(
        [3, 4, 3], [new Tanh(), Some.Activation(output)], Some.Loss(loss), new UniformInitialization(-range, range), seed);
}
