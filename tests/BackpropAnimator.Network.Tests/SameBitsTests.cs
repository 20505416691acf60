using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network.Tests;

/// <summary>
/// Training takes many samples and columns at a time, on every core there is. Its numbers are those of one sample after the other, and of
/// sums that take their terms in order, to the last bit.
/// </summary>
public class SameBitsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 5)]
    [InlineData(8, 4)]
    [InlineData(13, 7)]
    [InlineData(67, 31)]
    public void A_product_has_the_bits_of_a_sum_that_is_added_up_in_order(int units, int inputs)
    {
        var matrix = Matrix<double>.Build.Random(units, inputs, seed: 1);
        var (a, delta) = (Vector<double>.Build.Random(inputs, seed: 2), Vector<double>.Build.Random(units, seed: 3));

        Assert.Equal(Enumerable.Range(0, units).Select(j => InOrder(inputs, i => matrix[j, i] * a[i])), matrix.Times(a));
        Assert.Equal(Enumerable.Range(0, inputs).Select(i => InOrder(units, j => matrix[j, i] * delta[j])), matrix.TransposeTimes(delta));
    }

    [Theory]
    [InlineData(3, 1500, 3, 5, 2)]      // more samples than go through it together, and work enough for two cores
    [InlineData(2, 3, 300, 400, 7)]     // few samples, whose weights are shared between the cores
    [InlineData(4, 1, 3, 2, 1)]
    public void A_training_has_the_bits_of_one_sample_after_the_other(int epochs, int count, params int[] sizes)
    {
        var network =
            DenseNetwork.Seeded(sizes, [new Sigmoid(), new Tanh()], new HalfSquaredError(), Initialization.Default, seed: 5);
        Example[] examples = [.. Enumerable.Range(0, count).Select(n => Example.Of(
            Enumerable.Range(0, sizes[0]).Select(i => Math.Sin(i + 3 * n)), Enumerable.Range(0, sizes[^1]).Select(j => Math.Cos(j + n))))];

        var history = Trainer.Train(network, new TrainingPlan { Examples = [.. examples], Epochs = epochs, LearningRate = 0.3 });

        var expected = network;
        List<double> losses = [LossInOrder(expected, examples)];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            expected = UpdatedInOrder(expected, examples, 0.3);
            losses.Add(LossInOrder(expected, examples));
        }
        Assert.Equal(losses, history.Losses);
        Assert.Equal(expected, history.Network);
    }

    static double LossInOrder(DenseNetwork network, Example[] examples) =>
        InOrder(examples.Length, n => network.LossOf(network.Forward(examples[n].Input), examples[n].Target)) / examples.Length;

    static DenseNetwork UpdatedInOrder(DenseNetwork network, Example[] examples, double learningRate)
    {
        var passes = examples.Select(example => network.Backward(network.Forward(example.Input), example.Target)).ToArray();
        return new(
            [.. network.Layers.Select((layer, l) => new DenseLayer(
                layer.Weights.MapIndexed((j, i, w) => Moved(w, pass => pass.Layers[l].WeightGradient[j, i])),
                layer.Biases.MapIndexed((j, b) => Moved(b, pass => pass.Layers[l].BiasGradient[j])), layer.Activation))],
            network.Loss);

        double Moved(double parameter, Func<BackwardPass, double> slope) =>
            parameter - learningRate * (InOrder(passes.Length, n => slope(passes[n])) / passes.Length);
    }

    static double InOrder(int count, Func<int, double> term)
    {
        var sum = 0.0;
        for (var n = 0; n < count; n++) sum += term(n);
        return sum;
    }
}
