using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("The gradient of one weight, path by path from the loss back to it: every factor of every path, and their sum.")]
[Needs("loss")]
public sealed record TraceWeightPhase() : PhaseScript("trace_weight", seconds: 16)
{
    [Description("The weight, such as `hidden[1] -> output[0]`. Left out, the one of the first layer with the largest gradient.")]
    public EdgeReference? Weight { get; init; }

    public override bool StandsBesideNetwork => true;
}
