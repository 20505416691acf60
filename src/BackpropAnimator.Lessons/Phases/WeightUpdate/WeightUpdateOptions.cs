using System.ComponentModel;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>weight_update</c>.</summary>
public sealed record WeightUpdateOptions() : FocusedOptions(seconds: 6)
{
    // For each thing that the optimizer remembers, there is more to read.
    const double SecondsForMemory = 4;

    [Description("The weight whose update is written out. Left out, the lesson chooses.")]
    public EdgeReference? Edge { get; init; }

    /// <inheritdoc/>
    public override PhaseLearning LearningIn(Scene scene) => new(Updates: 1);

    /// <inheritdoc/>
    public override PhaseOptions CompletedFrom(Scene scene) => WritesDuration || Duration != new WeightUpdateOptions().Duration
        ? this
        : this with { Duration = Duration + SecondsForMemory * scene.Training.Optimizer.Memory.Length };

    /// <inheritdoc/>
    public override void Check(PhaseCheck check)
    {
        base.Check(check);
        check.HasWeight(Edge, nameof(Edge));
    }
}
