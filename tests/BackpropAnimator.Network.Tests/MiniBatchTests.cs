using System.Collections.Immutable;
using static BackpropAnimator.Network.Tests.Some;

namespace BackpropAnimator.Network.Tests;

public class MiniBatchTests
{
    static readonly DenseNetwork Start =
        DenseNetwork.Seeded([2, 3, 1], [new Tanh(), new Sigmoid()], new HalfSquaredError(), Initialization.Default, seed: 9);

    static readonly ImmutableArray<Example> Ten =
        [.. Enumerable.Range(0, 10).Select(n => Example.Of([n / 10.0, Math.Sin(n)], [n % 2]))];

    static readonly TrainingPlan Plan = new() { Examples = Ten, Epochs = 6, LearningRate = 0.4, BatchSize = 4, OrderSeed = 3 };

    [Fact]
    public void An_epoch_sees_every_example_once_and_its_last_batch_has_what_is_left()
    {
        Assert.Equal(3, Plan.UpdatesPerEpoch);
        for (var epoch = 0; epoch < 4; epoch++)
        {
            var batches = Enumerable.Range(3 * epoch, 3).Select(Plan.BatchAt).ToList();

            Assert.Equal([4, 4, 2], batches.Select(batch => batch.Length));
            Assert.Equal(Ten.ToHashSet(), batches.SelectMany(batch => batch).ToHashSet());
        }
    }

    [Fact]
    public void Every_epoch_has_an_order_of_its_own_and_every_seed()
    {
        var epochs = Enumerable.Range(0, 5).Select(epoch => string.Join(' ', OrderOf(Plan, epoch))).ToList();

        Assert.Equal(5, epochs.Distinct().Count());
        Assert.NotEqual(OrderOf(Plan, 0), OrderOf(Plan with { OrderSeed = 4 }, 0));
        Assert.Equal(OrderOf(Plan, 0), OrderOf(Plan with { LearningRate = 2 }, 0));
    }

    [Fact]
    public void Training_averages_the_gradient_over_one_batch_after_the_other()
    {
        var expected = Start;
        for (var update = 0; update < 18; update++)
            expected = expected.Updated(expected.GradientOver(Plan.BatchAt(update)), 0.4);

        var history = Trainer.Train(Start, Plan);

        AssertSame(expected, history.Network);
        AssertEqual(expected.LossOver(Ten), history.FinalLoss);
        Assert.Equal(18, history.State.Steps);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(1000)]
    public void A_batch_as_large_as_the_data_is_the_data_in_its_order(int size)
    {
        Assert.Equal(Trainer.Train(Start, Plan with { BatchSize = null }), Trainer.Train(Start, Plan with { BatchSize = size }));
        Assert.Equal(Ten.AsEnumerable(), (Plan with { BatchSize = size }).BatchAt(7));
    }

    [Theory]
    [InlineData(null, "adam")]
    [InlineData(1, "momentum")]
    [InlineData(4, "adamw")]
    public void A_training_goes_on_from_where_another_has_ended(int? size, string optimizer)
    {
        var plan = Plan with
        {
            BatchSize = size, Optimizer = Optimizer.All.Single(o => o.Name == optimizer), Schedule = new CosineDecay(), ScheduleEpochs = 6,
        };
        var whole = Trainer.Train(Start, plan);
        var half = Trainer.Train(Start, plan with { Epochs = 2 });
        var rest = Trainer.Train(half.Network, plan with { Epochs = 4 }, half.State);

        Assert.Equal(whole.Network, rest.Network);
        Assert.Equal(whole.Losses.AsEnumerable(), [.. half.Losses, .. rest.Losses.Skip(1)]);
    }

    [Fact]
    public void Updates_one_by_one_are_those_of_the_epochs()
    {
        var plan = Plan with { Optimizer = new Adam() };
        var first = Trainer.Update(Start, plan, null, 2);
        var second = Trainer.Update(first.Network, plan, first.State, 4);

        Assert.Equal(Trainer.Train(Start, plan with { Epochs = 2 }).Network, second.Network);
        Assert.Equal(5, second.Losses.Length);
    }

    [Fact]
    public void A_batch_of_nothing_is_refused() =>
        Assert.Throws<ArgumentException>(() => Trainer.Train(Start, Plan with { BatchSize = 0 }));

    [Fact]
    public void A_run_that_is_cancelled_within_an_epoch_takes_no_further_update()
    {
        using var cancellation = new CancellationTokenSource();
        var cancelling = new CancellingAtStep(2, cancellation);

        Assert.Throws<OperationCanceledException>(
            () => Trainer.Train(Start, Plan with { Optimizer = cancelling }, cancellation.Token));
        Assert.Equal(2, cancelling.Last);
    }

    sealed record CancellingAtStep(int At, CancellationTokenSource Cancellation) : Optimizer
    {
        public int Last { get; private set; }

        public override string Name => "cancelling";

        public override string Label => Name;

        public override string Description => Name;

        public override string Formula => Name;

        protected internal override void Step(
            Span<double> parameters, ReadOnlySpan<double> gradient, double learningRate, OptimizerState state)
        {
            Last = state.Steps;
            if (Last == At)
                Cancellation.Cancel();
        }

        protected internal override IEnumerable<UpdateLine> Working(WeightUpdate update) => [];
    }

    static IEnumerable<int> OrderOf(TrainingPlan plan, int epoch) =>
        Enumerable.Range(3 * epoch, 3).SelectMany(update => plan.BatchAt(update)).Select(example => Ten.IndexOf(example));

    static void AssertSame(DenseNetwork expected, DenseNetwork actual)
    {
        foreach (var (left, right) in expected.Layers.Zip(actual.Layers))
        {
            AssertEqual(left.Weights.Enumerate(), right.Weights.Enumerate());
            AssertEqual(left.Biases, right.Biases);
        }
    }
}
