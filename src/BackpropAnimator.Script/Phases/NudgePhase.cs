using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("One weight is moved a little, and the loss moves with it: by nearly the gradient times the nudge.")]
public sealed record NudgePhase() : PhaseScript("nudge", seconds: 10)
{
    [Description("The weight that is moved. Left out, the one with the largest gradient.")]
    public EdgeReference? Weight { get; init; }

    [Description("How far it is moved.")]
    [Limits(-10, 10)]
    public double Epsilon { get; init; } = 0.1;

    public override bool StartsWithNetwork => false;
}
