using System.ComponentModel;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>nudge</c>.</summary>
public sealed record NudgeOptions() : PhaseOptions(seconds: 10)
{
    [Description("The weight that is moved. Left out, the one with the largest gradient.")]
    public EdgeReference? Weight { get; init; }

    [Description("How far it is moved.")]
    [Limits(-10, 10)]
    public double Epsilon { get; init; } = 0.1;

    /// <inheritdoc/>
    public override void Check(PhaseCheck check) => check.HasWeight(Weight, nameof(Weight));
}
