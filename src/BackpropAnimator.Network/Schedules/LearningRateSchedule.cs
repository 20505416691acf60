using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>How the learning rate changes from epoch to epoch, and all that is said of it. Within an epoch it stays the same.</summary>
[Catalog]
public abstract partial record LearningRateSchedule : ICatalogued
{
    /// <summary>Every schedule with its default options, in the order of the documentation.</summary>
    public static partial ImmutableArray<LearningRateSchedule> All { get; }

    public abstract string Name { get; }

    public abstract string Description { get; }

    public virtual ImmutableArray<string> OtherNames => [];

    /// <summary>The learning rate of epoch e, counted from 0, of E epochs, in TeX.</summary>
    public abstract string Formula { get; }

    /// <summary>Its options by their names in scenes and traces.</summary>
    public virtual ImmutableArray<(string Name, double Value)> Options => [];

    /// <summary>This schedule with its options as a scene sets them.</summary>
    public virtual LearningRateSchedule Configured(ScheduleOptions options) => this;

    /// <summary>What the learning rate is multiplied with.</summary>
    /// <param name="epoch">Counted from 0.</param>
    /// <param name="epochs">How many there are in the whole training, at least 1; what comes later is like its end.</param>
    public abstract double FactorAt(int epoch, int epochs);
}

/// <summary>What scenes set for single kinds of schedules; null is the schedule's own default.</summary>
/// <param name="Every"><see cref="StepDecay.Every"/>.</param>
/// <param name="Factor"><see cref="StepDecay.Factor"/>, <see cref="ExponentialDecay.Factor"/>.</param>
/// <param name="Final"><see cref="CosineDecay.Final"/>, <see cref="LinearDecay.Final"/>.</param>
/// <param name="Epochs"><see cref="WarmUp.Epochs"/>.</param>
public readonly record struct ScheduleOptions(int? Every = null, double? Factor = null, double? Final = null, int? Epochs = null);
