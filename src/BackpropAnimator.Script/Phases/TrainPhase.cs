using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("The network learns the scene's data before the viewer's eyes: single steps first, then in time lapse, with the loss's curve and tables of its numbers.")]
[NeedsData]
public sealed record TrainPhase() : PhaseScript("train", seconds: 20)
{
    /// <summary>Null leaves it to <see cref="TrainingScript.Epochs"/>.</summary>
    [Description("How often to go through the data from here on. Left out, `training.epochs`.")]
    [Limits(1, 1_000_000)]
    public int? Epochs { get; init; }

    [Description("What the table below the network shows.")]
    public TrainTableKind Table { get; init; } = TrainTableKind.Weights;

    public override bool StartsWithNetwork => false;
}

/// <summary>What is written out while a network is trained.</summary>
public enum TrainTableKind
{
    [Description("the weights, bias, activation and δ of every unit")]
    Weights,

    [Description("z of every hidden unit for every sample, and how much gradient reaches it: shows which units are dead")]
    Samples,
}
