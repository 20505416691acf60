using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>Everything that decides how a training run goes: the same plan and network always give the same history.</summary>
public sealed record TrainingPlan
{
    /// <summary>At least one.</summary>
    public required ImmutableArray<Example> Examples { get; init; }

    /// <summary>How often all examples are gone through.</summary>
    public required int Epochs { get; init; }

    /// <summary>η, before a schedule changes it.</summary>
    public required double LearningRate { get; init; }

    /// <summary>
    /// How many examples an update averages over, at least 1; the last batch of an epoch may be smaller. All of them when it is null
    /// or more than there are: then there is one update an epoch, and nothing is shuffled.
    /// </summary>
    public int? BatchSize { get; init; }

    public Optimizer Optimizer { get; init; } = new GradientDescent();

    public LearningRateSchedule Schedule { get; init; } = new ConstantRate();

    /// <summary>How many epochs the schedule spreads over; <see cref="Epochs"/> when it is null.</summary>
    public int? ScheduleEpochs { get; init; }

    /// <summary>λ: see <see cref="UpdateRule.WeightDecay"/>.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Decides the order of the examples in each epoch of mini-batches.</summary>
    public long OrderSeed { get; init; }

    public Recording Recording { get; init; } = Recording.LossOnly;

    /// <summary>How many updates go once through all examples.</summary>
    public int UpdatesPerEpoch => (Examples.Length + ExamplesPerUpdate - 1) / ExamplesPerUpdate;

    /// <summary>How each of the updates moves the parameters.</summary>
    public UpdateRule Rule => new(LearningRate)
    {
        Optimizer = Optimizer,
        Schedule = Schedule,
        Epochs = ScheduleEpochs ?? Epochs,
        UpdatesPerEpoch = UpdatesPerEpoch,
        WeightDecay = WeightDecay,
    };

    /// <summary>The examples of one update, in the order in which they are taken.</summary>
    /// <param name="update">Counted from 0.</param>
    public ImmutableArray<Example> BatchAt(int update)
    {
        if (ExamplesPerUpdate == Examples.Length)
            return Examples;
        var batch = ImmutableArray.CreateBuilder<Example>(ExamplesPerUpdate);
        foreach (var n in OrderFrom(update).Next())
            batch.Add(Examples[n]);
        return batch.DrainToImmutable();
    }

    internal BatchOrder OrderFrom(int update) => new(Examples.Length, ExamplesPerUpdate, OrderSeed, update);

    internal int ExamplesPerUpdate => Math.Min(BatchSize ?? Examples.Length, Examples.Length);
}
