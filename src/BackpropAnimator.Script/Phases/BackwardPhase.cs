using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("The error travels back from the loss: δ at every unit, ∂L/∂w at every weight.")]
[Needs("loss")]
public sealed record BackwardPhase() : PhaseScript("backward", seconds: 16)
{
    [Description("A unit whose slope σ′(z) is below this counts as saturated and wears a lock.")]
    [Limits(0, 1)]
    public double SaturationThreshold { get; init; } = 0.05;
}
