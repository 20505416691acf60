using System.ComponentModel;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>weight_update</c>.</summary>
public sealed record WeightUpdateOptions() : FocusedOptions(seconds: 6)
{
    [Description("The weight whose update is written out. Left out, the lesson chooses.")]
    public EdgeReference? Edge { get; init; }

    /// <inheritdoc/>
    public override PhaseLearning LearningIn(Scene scene) => new(Updates: 1);

    /// <inheritdoc/>
    public override void Check(PhaseCheck check)
    {
        base.Check(check);
        check.HasWeight(Edge, nameof(Edge));
    }
}
