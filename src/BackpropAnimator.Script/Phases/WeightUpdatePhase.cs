using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("Every weight takes its step against the gradient, w ← w − η ∂L/∂w, and the loss is measured again.")]
[Needs("backward")]
public sealed record WeightUpdatePhase() : PhaseScript("weight_update", seconds: 6)
{
    [Description("The weight whose update is written out. Left out, the lesson chooses.")]
    public EdgeReference? Edge { get; init; }
}
