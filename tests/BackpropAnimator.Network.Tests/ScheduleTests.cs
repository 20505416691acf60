using static BackpropAnimator.Network.Tests.Some;

namespace BackpropAnimator.Network.Tests;

/// <summary>Every schedule against the steps of a loop, as PyTorch's schedulers take them.</summary>
public class ScheduleTests
{
    const int Epochs = 40;

    public static TheoryData<string> Schedules() => [.. Names(LearningRateSchedule.All)];

    [Theory]
    [MemberData(nameof(Schedules))]
    public void An_epoch_has_the_learning_rate_of_the_loop(string name)
    {
        var schedule = LearningRateSchedule.All.Single(schedule => schedule.Name == name) switch
        {
            StepDecay => new StepDecay(Every: 7, Factor: 0.3),
            ExponentialDecay => new ExponentialDecay(0.9),
            CosineDecay => new CosineDecay(Final: 0.1),
            LinearDecay => new LinearDecay(Final: 0.2),
            WarmUp => new WarmUp(5),
            var constant => constant,
        };

        AssertEqual(Loop(name), Enumerable.Range(0, Epochs).Select(epoch => 0.8 * schedule.FactorAt(epoch, Epochs)));
    }

    [Fact]
    public void What_comes_after_the_last_epoch_is_like_its_end()
    {
        AssertEqual(0.1, new CosineDecay(0.1).FactorAt(Epochs, Epochs));
        AssertEqual(0.1, new CosineDecay(0.1).FactorAt(3 * Epochs, Epochs));
        AssertEqual(0.2, new LinearDecay(0.2).FactorAt(3 * Epochs, Epochs));
        Assert.Equal(1, new WarmUp(5).FactorAt(3 * Epochs, Epochs));
    }

    [Fact]
    public void An_epoch_of_mini_batches_keeps_its_learning_rate()
    {
        var rule = new UpdateRule(1) { Schedule = new StepDecay(Every: 1, Factor: 0.5), UpdatesPerEpoch = 3, Epochs = 4 };

        Assert.Equal([1, 1, 1, 0.5, 0.5, 0.5, 0.25], Enumerable.Range(0, 7).Select(rule.LearningRateAt));
    }

    [Fact]
    public void Training_takes_the_steps_of_the_schedule()
    {
        var network = DenseNetwork.Seeded(
            [2, 2, 1], [new Tanh(), new Sigmoid()], new HalfSquaredError(), Initialization.Default, seed: 133);
        var expected = network;
        for (var epoch = 0; epoch < Epochs; epoch++)
            expected = expected.Updated(expected.GradientOver(LogicGates.Xor), 0.8 * 0.5 * (1 + Math.Cos(Math.PI * epoch / Epochs)));

        var trained = Trainer.Train(
            network, new() { Examples = LogicGates.Xor, Epochs = Epochs, LearningRate = 0.8, Schedule = new CosineDecay() }).Network;

        AssertEqual(
            expected.Layers.SelectMany(layer => layer.Weights.Enumerate()), trained.Layers.SelectMany(layer => layer.Weights.Enumerate()));
    }

    static IEnumerable<double> Loop(string name)
    {
        var rate = name == "warmup" ? 0.8 / 5 : 0.8;
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            yield return name == "cosine" ? 0.08 + 0.5 * (0.8 - 0.08) * (1 + Math.Cos(Math.PI * epoch / Epochs)) : rate;
            rate = name switch
            {
                "constant" or "cosine" => rate,
                "step" => (epoch + 1) % 7 == 0 ? rate * 0.3 : rate,
                "exponential" => rate * 0.9,
                "linear" => rate - 0.8 * 0.8 / Epochs,
                "warmup" => Math.Min(0.8, rate + 0.8 / 5),
                _ => throw new ArgumentException($"{name} has no loop here yet.", nameof(name)),
            };
        }
    }
}
