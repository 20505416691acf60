using MathNet.Numerics.LinearAlgebra;
using static BackpropAnimator.Network.Tests.Some;

namespace BackpropAnimator.Network.Tests;

public class TrainerTests
{
    static readonly DenseNetwork Small =
        DenseNetwork.Seeded([2, 2, 1], [new Tanh(), new Sigmoid()], new HalfSquaredError(), Initialization.Default, seed: 133);

    static readonly TrainingPlan Plan = new() { Examples = LogicGates.Xor, Epochs = 50, LearningRate = 0.5 };

    public static TheoryData<string, string> OutputsAndLosses()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var output in Activation.All)
        {
            foreach (var loss in Loss.All.Where(loss => loss.CanFollow(output)))
                pairs.Add(output.Name, loss.Name);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(OutputsAndLosses))]
    public void An_epoch_is_the_step_that_the_formulas_give(string output, string loss)
    {
        Example[] examples = [Example.Of([0.9, -0.4, 0.3], [0.25, 0.75]), Example.Of([-0.2, 0.8, 1.1], [1, 0])];
        var network = DenseNetwork.Seeded(
            [3, 4, 2], [new Gelu(), Some.Activation(output)], Some.Loss(loss), new UniformInitialization(), seed: 4);
        var expected = network;
        for (var epoch = 0; epoch < 3; epoch++)
            expected = expected.Updated(expected.GradientOver(examples), 0.1);

        var history = Trainer.Train(network, new TrainingPlan { Examples = [.. examples], Epochs = 3, LearningRate = 0.1 });

        AssertSame(expected, history.Network);
        AssertEqual(network.LossOver(examples), history.InitialLoss);
        AssertEqual(expected.LossOver(examples), history.FinalLoss);
    }

    [Fact]
    public void A_run_over_one_example_is_a_chain_of_learning_steps()
    {
        var step = new LearningStep(Small, LogicGates.Xor[1], 0.5);
        var next = new LearningStep(step.After, LogicGates.Xor[1], 0.5);

        AssertEqual([step.Loss, step.LossAfter, next.LossAfter], step.Continued(2).Losses);
        foreach (var size in new int?[] { null, 1, 2 })
        {
            var plan = new TrainingPlan { Examples = [LogicGates.Xor[1]], Epochs = 2, LearningRate = 0.5, BatchSize = size };
            AssertSame(next.After, Trainer.Train(Small, plan).Network);
        }
    }

    [Fact]
    public void Single_samples_update_one_after_the_other()
    {
        // Two examples have two orders, and the run must be one of them.
        Example[] examples = [LogicGates.Xor[1], LogicGates.Xor[3]];
        var plan = Plan with { Examples = [.. examples], Epochs = 1, BatchSize = 1 };
        var forwards = examples.Aggregate(Small, (network, example) => network.Updated(network.GradientOver([example]), 0.5));
        var backwards = examples.Reverse().Aggregate(Small, (network, example) => network.Updated(network.GradientOver([example]), 0.5));

        double[] outcomes =
            [.. Enumerable.Range(0, 20).Select(seed => Trainer.Train(Small, plan with { OrderSeed = seed }).FinalLoss).Distinct()];

        Assert.Equal(2, outcomes.Length);
        Assert.All(outcomes, loss => Assert.True(
            Math.Abs(loss - forwards.LossOver(examples)) < 1e-12 || Math.Abs(loss - backwards.LossOver(examples)) < 1e-12));
    }

    [Theory]
    [InlineData("sigmoid", "half_squared_error", 2.0, null, 2000)]
    [InlineData("sigmoid", "half_squared_error", 0.5, 1, 2000)]
    [InlineData("tanh", "half_squared_error", 0.5, null, 1000)]
    [InlineData("tanh", "binary_cross_entropy", 0.5, null, 1000)]
    public void Xor_is_learnt_from_the_shipped_seed(string hidden, string loss, double learningRate, int? batch, int epochs)
    {
        var network = DenseNetwork.Seeded(
            [2, 2, 1], [Some.Activation(hidden), new Sigmoid()], Some.Loss(loss), Initialization.Default, seed: 133);
        var plan = Plan with { Epochs = epochs, LearningRate = learningRate, BatchSize = batch };

        var history = Trainer.Train(network, plan);

        Assert.Equal(epochs, history.Epochs);
        Assert.InRange(history.FinalLoss, 0, 0.02);
        foreach (var example in LogicGates.Xor)
            Assert.Equal(example.Target[0], history.Network.Forward(example.Input).Output[0], 0.1);
    }

    [Fact]
    public void And_and_or_are_learnt_by_a_single_unit()
    {
        var unit = DenseNetwork.Seeded([2, 1], [new Sigmoid()], new BinaryCrossEntropy(), Initialization.Default, seed: 1);

        foreach (var gate in new[] { LogicGates.And, LogicGates.Or })
            Assert.InRange(Trainer.Train(unit, Plan with { Examples = gate, Epochs = 2000, LearningRate = 2 }).FinalLoss, 0, 0.02);
    }

    [Fact]
    public void Xor_is_beyond_a_single_unit()
    {
        var unit = DenseNetwork.Seeded([2, 1], [new Sigmoid()], new BinaryCrossEntropy(), Initialization.Default, seed: 1);

        AssertEqual(Math.Log(2), Trainer.Train(unit, Plan with { Epochs = 2000, LearningRate = 2 }).FinalLoss, 1e-6);
    }

    [Fact]
    public void The_same_plan_gives_the_same_history()
    {
        var plan = Plan with { BatchSize = 1, OrderSeed = 5, Optimizer = new Adam(), Recording = Recording.Every(7) };

        Assert.Equal(Trainer.Train(Small, plan), Trainer.Train(Small, plan));
        Assert.NotEqual(Trainer.Train(Small, plan), Trainer.Train(Small, plan with { OrderSeed = 6 }));
    }

    [Fact]
    public void A_run_that_diverges_stops_at_its_last_finite_network()
    {
        var network = new DenseNetwork([new DenseLayer(Matrix([1.0]), Vector(0), new Identity())], new HalfSquaredError());
        var history = Trainer.Train(network, new TrainingPlan { Examples = [Example.Of([3], [1])], Epochs = 10_000, LearningRate = 10 });

        Assert.True(history.HasDiverged);
        Assert.InRange(history.Epochs, 1, 1000);
        Assert.All(history.Losses, loss => Assert.True(double.IsFinite(loss)));
        AssertEqual(history.FinalLoss, history.Network.LossOver([Example.Of([3], [1])]));
    }

    [Fact]
    public void A_dead_unit_stays_dead_while_training()
    {
        var network = new DenseNetwork(
            [
                new DenseLayer(Matrix([-1, -1], [1, 1]), Vector(-0.5, 0), new Relu()),
                new DenseLayer(Matrix([1, 1]), Vector(0), new Sigmoid()),
            ],
            new BinaryCrossEntropy());
        var trained = Trainer.Train(network, Plan with { Examples = LogicGates.Or, Epochs = 500 }).Network;

        Assert.Equal(network.Layers[0].Weights.Row(0), trained.Layers[0].Weights.Row(0));
        Assert.Equal(network.Layers[0].Biases[0], trained.Layers[0].Biases[0]);
        Assert.NotEqual(network.Layers[0].Weights.Row(1), trained.Layers[0].Weights.Row(1));
        Assert.Equal([new UnitAddress(0, 0)], DeadUnits.Over(trained, LogicGates.Or).AsEnumerable());
    }

    [Fact]
    public void Examples_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Trainer.Train(Small, Plan with { Examples = [] }));
        Assert.Throws<ArgumentException>(() => Trainer.Train(Small, Plan with { Examples = [Example.Of([1], [1])] }));
        Assert.Throws<ArgumentException>(() => Trainer.Train(
            new DenseNetwork(Small.Layers, new BinaryCrossEntropy()), Plan with { Examples = [Example.Of([1, 1], [2])] }));
    }

    [Fact]
    public void A_cancelled_run_ends()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() => Trainer.Train(Small, Plan, cancellation.Token));
    }

    static void AssertSame(DenseNetwork expected, DenseNetwork actual)
    {
        foreach (var (left, right) in expected.Layers.Zip(actual.Layers))
        {
            AssertEqual(left.Weights.Enumerate(), right.Weights.Enumerate());
            AssertEqual(left.Biases, right.Biases);
        }
    }
}
