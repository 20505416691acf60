using System.ComponentModel;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>chain</c>.</summary>
public sealed record ChainOptions() : PhaseOptions(seconds: 12)
{
    [Description("The weight at the chain's beginning. Left out, the one between the first two layers with the largest gradient.")]
    public EdgeReference? Weight { get; init; }

    /// <inheritdoc/>
    public override void Check(PhaseCheck check) => check.HasWeight(Weight, nameof(Weight));
}
