using System.ComponentModel;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>trace_weight</c>.</summary>
public sealed record TraceWeightOptions() : PhaseOptions(seconds: 16)
{
    [Description("The weight. Left out, the one of the first layer with the largest gradient.")]
    public EdgeReference? Weight { get; init; }

    /// <inheritdoc/>
    public override void Check(PhaseCheck check) => check.HasWeight(Weight, nameof(Weight));
}
