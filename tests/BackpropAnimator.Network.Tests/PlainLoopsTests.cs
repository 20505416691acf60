using MathNet.Numerics.LinearAlgebra;
using static BackpropAnimator.Network.Tests.Some;

namespace BackpropAnimator.Network.Tests;

public class PlainLoopsTests
{
    [Fact]
    public void Two_hundred_random_networks_agree_with_plain_loops_in_every_number()
    {
        var random = new Random(20);
        string[] hidden = [.. PlainLoops.KnownActivations.Where(name => name != "softmax")];
        for (var n = 0; n < 200; n++)
        {
            int[] sizes = [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => random.Next(1, 7))];
            // The softmax of a single unit is always 1, where a plain cross-entropy divides by zero.
            string[] output = sizes[^1] > 1 ? PlainLoops.KnownActivations : hidden;
            string[] activations = [.. sizes.Skip(1).Select((_, l) => Pick(random, l == sizes.Length - 2 ? output : hidden))];
            var last = Some.Activation(activations[^1]);
            var loss = Pick(random, [.. PlainLoops.KnownLosses.Where(name => Some.Loss(name).CanFollow(last))]);
            var plain = new PlainLoops
            {
                W = [.. sizes.Skip(1).Select((units, l) => Rows(random, units, sizes[l]))],
                B = [.. sizes.Skip(1).Select(units => Draw(random, units, -1, 1))],
                Activations = activations,
                Loss = loss,
                X = Draw(random, sizes[0], -1, 1),
                Y = loss == "categorical_cross_entropy" ? OneHot(random, sizes[^1]) : Draw(random, sizes[^1], 0, 1),
            };
            plain.Run();

            AssertAgree(plain);
        }
    }

    static void AssertAgree(PlainLoops plain)
    {
        var network = new DenseNetwork(
            [.. plain.W.Select((w, l) => new DenseLayer(Matrix(w), Vector(plain.B[l]), Some.Activation(plain.Activations[l])))],
            Some.Loss(plain.Loss));
        var forward = network.Forward(Vector(plain.X));
        var backward = network.Backward(forward, Vector(plain.Y));

        AssertEqual(plain.L, backward.Loss);
        for (var l = 0; l < plain.W.Length; l++)
        {
            AssertEqual(plain.Z[l], forward.Layers[l].PreActivation);
            AssertEqual(plain.A[l], forward.Layers[l].Activation);
            AssertEqual(plain.Raw[l], backward.Layers[l].Incoming);
            AssertEqual(plain.Slope[l], backward.Layers[l].Slope);
            AssertEqual(plain.Delta[l], backward.Layers[l].Delta);
            AssertEqual(plain.Delta[l], backward.Layers[l].BiasGradient);
            AssertEqual(plain.DW[l].SelectMany(row => row), backward.Layers[l].WeightGradient.ToRowMajorArray());
        }
    }

    static T Pick<T>(Random random, T[] items) => items[random.Next(items.Length)];

    static double[][] Rows(Random random, int units, int inputs) =>
        [.. Enumerable.Range(0, units).Select(_ => Draw(random, inputs, -1.5, 1.5))];

    static double[] Draw(Random random, int count, double low, double high) =>
        [.. Enumerable.Range(0, count).Select(_ => low + (high - low) * random.NextDouble())];

    static double[] OneHot(Random random, int count)
    {
        var target = new double[count];
        target[random.Next(count)] = 1;
        return target;
    }
}
