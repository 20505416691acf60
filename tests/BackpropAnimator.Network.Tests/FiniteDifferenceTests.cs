using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network.Tests;

/// <summary>Backpropagation against the definition of a derivative: L(w + h) and L(w − h), for every weight and bias.</summary>
public class FiniteDifferenceTests
{
    // Around the cube root of the rounding error, where the error of the central difference and that of rounding are both small.
    const double Step = 1e-5;

    public static TheoryData<string, string, string> Pairs()
    {
        var pairs = new TheoryData<string, string, string>();
        foreach (var hidden in Some.Names(Activation.All.Where(activation => activation is ElementwiseActivation and not Tanh)))
            pairs.Add(hidden, "identity", "half_squared_error");
        foreach (var output in Activation.All)
        {
            foreach (var loss in Loss.All.Where(loss => loss.CanFollow(output)))
                pairs.Add("tanh", output.Name, loss.Name);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_gradient_is_the_slope_of_the_loss(string hidden, string output, string loss)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var network = DenseNetwork.Seeded(
                [3, 4, 2, 3], [Some.Activation(hidden), Some.Activation("tanh"), Some.Activation(output)],
                Some.Loss(loss), new UniformInitialization(-1.5, 1.5), seed);
            var example = new Example(
                Some.Vector(0.9, -0.4, 0.3),
                network.Loss.TargetsSumToOne ? Some.Vector(0, 0.7, 0.3) : Some.Vector(1, 0.2, 0));
            var gradient = network.Backward(network.Forward(example.Input), example.Target).Gradient;

            for (var l = 0; l < network.Layers.Length; l++)
            {
                var (weights, biases) = (network.Layers[l].Weights, network.Layers[l].Biases);
                for (var j = 0; j < weights.RowCount; j++)
                {
                    for (var i = 0; i < weights.ColumnCount; i++)
                        AssertClose(Difference(network, l, (w, _, h) => w[j, i] += h, example), gradient.Layers[l].Weights[j, i]);
                    AssertClose(Difference(network, l, (_, b, h) => b[j] += h, example), gradient.Layers[l].Biases[j]);
                }
            }
        }
    }

    static double Difference(
        DenseNetwork network, int layer, Action<Matrix<double>, Vector<double>, double> move, Example example)
    {
        return (LossAt(Step) - LossAt(-Step)) / (2 * Step);

        double LossAt(double h)
        {
            var (weights, biases) = (network.Layers[layer].Weights.Clone(), network.Layers[layer].Biases.Clone());
            move(weights, biases, h);
            var moved = network.Layers.SetItem(layer, new DenseLayer(weights, biases, network.Layers[layer].Activation));
            return new DenseNetwork(moved, network.Loss).LossOver([example]);
        }
    }

    // Relative to the number itself; below a thousandth, rounding in L (about 1e-16 / h = 1e-11) is what remains to be allowed for.
    static void AssertClose(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-6 * Math.Max(Math.Abs(expected), 1e-3), $"expected {expected:R}, got {actual:R}");
}
