using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>Everything that decides how a training run goes: the same plan and network always give the same history.</summary>
public sealed record TrainingPlan
{
    /// <summary>At least one.</summary>
    public required ImmutableArray<Example> Examples { get; init; }

    /// <summary>How often all examples are gone through.</summary>
    public required int Epochs { get; init; }

    /// <summary>η.</summary>
    public required double LearningRate { get; init; }

    public Batching Batching { get; init; } = Batching.FullBatch;

    public Optimizer Optimizer { get; init; } = new GradientDescent();

    /// <summary>Decides the order of the examples in each epoch of <see cref="Batching.PerSample"/>.</summary>
    public long OrderSeed { get; init; }

    public Recording Recording { get; init; } = Recording.LossOnly;
}

/// <summary>How many examples an update averages over.</summary>
public enum Batching
{
    /// <summary>One update per epoch, with the gradient averaged over all examples.</summary>
    FullBatch,

    /// <summary>One update per example, in an order that is shuffled anew for each epoch.</summary>
    PerSample,
}
