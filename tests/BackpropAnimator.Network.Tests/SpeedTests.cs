using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network.Tests;

/// <summary>
/// The bounds that the program promises, in the processor time of the best of a few rounds: one thread on an idle machine takes as
/// long by the clock, and a busy machine is not the program's fault.
/// </summary>
[Collection(nameof(Alone))]
public class SpeedTests
{
    [Fact]
    public void A_hundred_thousand_epochs_of_xor_take_less_than_a_second()
    {
        var network = DenseNetwork.Seeded(
            [2, 2, 1], [new Sigmoid(), new Sigmoid()], new HalfSquaredError(), Initialization.Default, seed: 133);
        var plan = new TrainingPlan { Examples = LogicGates.Xor, Epochs = 100_000, LearningRate = 0.5 };

        Assert.InRange(BestOf(3, runs: 1, () => Trainer.Train(network, plan)), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_forward_and_backward_pass_of_784_128_10_takes_less_than_two_milliseconds()
    {
        var network = DenseNetwork.Seeded(
            [784, 128, 10], [new Relu(), new Softmax()], new CategoricalCrossEntropy(), Initialization.Default, seed: 1);
        var input = Vector<double>.Build.Dense(784, i => i % 7 / 7.0);
        var target = Vector<double>.Build.Dense(10, j => j == 3 ? 1 : 0);

        Assert.InRange(
            BestOf(20, runs: 5, () => network.Backward(network.Forward(input), target)), TimeSpan.Zero, TimeSpan.FromMilliseconds(2));
    }

    [Fact]
    public void An_epoch_of_ten_thousand_samples_through_784_32_10_takes_less_than_two_seconds()
    {
        var network = DenseNetwork.Seeded(
            [784, 32, 10], [new Relu(), new Softmax()], new CategoricalCrossEntropy(), Initialization.Default, seed: 1);
        var plan = new TrainingPlan
        {
            Examples = [.. Enumerable.Range(0, 10_000).Select(n => new Example(
                Vector<double>.Build.Dense(784, i => (i + n) % 7 / 7.0), Vector<double>.Build.Dense(10, j => j == n % 10 ? 1 : 0)))],
            Epochs = 1, LearningRate = 0.001, BatchSize = 32, Optimizer = new Adam(), WeightDecay = 1e-4,
        };

        Assert.InRange(BestOf(3, runs: 1, () => Trainer.Train(network, plan)), TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    static TimeSpan BestOf(int rounds, int runs, Action action) => Enumerable.Range(0, rounds).Min(_ =>
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var n = 0; n < runs; n++)
            action();
        return (Environment.CpuUsage.TotalTime - before) / runs;
    });
}

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;
