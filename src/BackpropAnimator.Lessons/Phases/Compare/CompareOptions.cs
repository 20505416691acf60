using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Data;
using BackpropAnimator.Script.Checks;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>compare</c>.</summary>
public sealed record CompareOptions() : PhaseOptions(seconds: 16)
{
    [Description("What is different on the left: any key of `network`, `training` with keys of its own, a `name`, and `expect` with " +
        "claims about this side.")]
    [Overrides]
    public required TrainedVariantScript Left { get; init; } = new();

    [Description("What is different on the right.")]
    [Overrides]
    public required TrainedVariantScript Right { get; init; } = new();

    [Description("How many epochs both are trained for. Left out, as many as `training` says.")]
    [Limits(1, 1_000_000)]
    public int? Epochs { get; init; }

    /// <summary>Null is the example that the lesson shows.</summary>
    [Description("The sample of `data` that goes through both networks, counted from 0. Left out, the lesson's example.")]
    [Limits(0, 1_000_000)]
    public int? Sample { get; init; }

    [Description("Whether the axis is the loss itself or its share of the loss before training. Left out, the share where the sides " +
        "measure loss differently.")]
    public LossScaleKind? Scale { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<VariantScript> Variants => [Left, Right];

    /// <inheritdoc/>
    public override PhaseOptions CompletedFrom(Scene scene)
    {
        var (left, right, epochs) = (Left.CompletedFrom(scene), Right.CompletedFrom(scene), Epochs ?? scene.Training.Epochs);
        return this with
        {
            Left = left with { Training = left.Training with { Epochs = epochs } },
            Right = right with { Training = right.Training with { Epochs = epochs } },
            Epochs = epochs,
            Scale = Scale ?? (left.Loss == right.Loss ? LossScaleKind.Absolute : LossScaleKind.Relative),
        };
    }

    /// <inheritdoc/>
    public override PhaseOptions WithFiles(SceneFiles files) =>
        this with { Left = files.WithWeights(Left), Right = files.WithWeights(Right) };

    /// <inheritdoc/>
    public override bool UsesTraining => true;

    /// <inheritdoc/>
    public override void Check(PhaseCheck check)
    {
        check.HasSample(Sample, nameof(Sample));
        foreach (var side in new[] { Left, Right })
            if (side.Training.WritesEpochs)
                check.Error(
                    side.Training.PositionOf(nameof(TrainingScript.Epochs)), "epochs: both sides go in step, for the same number of epochs",
                    "write it under 'compare'");
    }
}

/// <summary>What the axis of a plot of losses shows.</summary>
public enum LossScaleKind
{
    [Description("the loss itself")]
    Absolute,

    [Description("the loss as a share of the loss before training: losses of different kinds start at the same height")]
    Relative,
}
