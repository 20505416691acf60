using System.ComponentModel;
using BackpropAnimator.Network;

namespace BackpropAnimator.Script;

/// <summary>How the learning rate changes from epoch to epoch.</summary>
public sealed record ScheduleScript : ScriptElement
{
    [Description("How the learning rate goes on from its value in the network.")]
    [ShortForm]
    public LearningRateSchedule Kind { get; init; } = new ConstantRate();

    [Description("After how many epochs the learning rate takes its next step, with `step`. Left out, 100.")]
    [Limits(1, 1_000_000)]
    public int? Every { get; init; }

    [Description("What the learning rate is multiplied with, with `step` and `exponential`. Left out, 0.5 and 0.99.")]
    [Limits(0, 1, MoreThanMin = true)]
    public double? Factor { get; init; }

    [Description("The share of the learning rate that is left at the end, with `cosine` and `linear`. Left out, 0.")]
    [Limits(0, 1)]
    public double? Final { get; init; }

    [Description("Which epoch, counted from 1, is the first with the whole learning rate, with `warmup`. Left out, 10.")]
    [Limits(1, 1_000_000)]
    public int? Epochs { get; init; }

    /// <summary>The schedule with the options that are written here.</summary>
    public LearningRateSchedule Configured => Kind.Configured(new(Every, Factor, Final, Epochs));
}
