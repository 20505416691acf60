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

    [Description("What learning is seen by, beside the network.")]
    public TrainViewKind View { get; init; } = TrainViewKind.Auto;

    [Description("What is drawn over the input plane of `view: boundary`.")]
    public PlaneOverlayKind Overlay { get; init; } = PlaneOverlayKind.None;

    /// <summary>Null where the scene does not ask for a table.</summary>
    [Description("What the table below the network shows, with `view: loss`. Left out, the weights where there is room for all of them.")]
    public TrainTableKind? Table { get; init; }

    /// <inheritdoc/>
    public override PhaseLearning LearningIn(Scene scene) => new(Epochs: Epochs ?? scene.Training.Epochs);

    /// <inheritdoc/>
    public override void Check(PhaseCheck check)
    {
        check.EndsInTime(Epochs, nameof(Epochs));
        TrainChecks.Run(this, check);
    }
}

/// <summary>What learning is seen by.</summary>
public enum TrainViewKind
{
    [Description("the most telling one: the boundary for two inputs and classes, the curve for one input and one output, else the loss")]
    Auto,

    [Description("the plane of two inputs, coloured by the class that the network sees in each point, with the samples on it")]
    Boundary,

    [Description("the output over the input, bending towards the samples")]
    Curve,

    [Description("the loss's curve, with tables of the network's numbers and its predictions")]
    Loss,
}

/// <summary>What is drawn over the plane of two inputs.</summary>
public enum PlaneOverlayKind
{
    [Description("nothing")]
    None,

    [Description("for every unit of the first hidden layer the line on which its z is 0")]
    HiddenUnits,
}

/// <summary>What is written out while a network is trained.</summary>
public enum TrainTableKind
{
    [Description("the weights, bias, activation and δ of every unit")]
    Weights,

    [Description("z of every hidden unit for every sample, and how much gradient reaches it: shows which units are dead")]
    Samples,

    [Description("nothing: the network has its room")]
    None,
}
