using System.ComponentModel;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>train</c>.</summary>
public sealed record TrainOptions() : PhaseOptions(seconds: 20)
{
    /// <summary>Null leaves it to <see cref="TrainingScript.Epochs"/>.</summary>
    [Description("How often to go through the data from here on. Left out, `training.epochs`.")]
    [Limits(1, 1_000_000)]
    public int? Epochs { get; init; }

    [Description("What the table below the network shows.")]
    public TrainTableKind Table { get; init; } = TrainTableKind.Weights;

    /// <inheritdoc/>
    public override PhaseLearning LearningIn(Scene scene) => new(Epochs: Epochs ?? scene.Training.Epochs);

    /// <inheritdoc/>
    public override void Check(PhaseCheck check) => check.EndsInTime(Epochs, nameof(Epochs));
}

/// <summary>What is written out while a network is trained.</summary>
public enum TrainTableKind
{
    [Description("the weights, bias, activation and δ of every unit")]
    Weights,

    [Description("z of every hidden unit for every sample, and how much gradient reaches it: shows which units are dead")]
    Samples,
}
