using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("The arithmetic of one connection with the numbers on screen: δ = error × slope, then ∂L/∂w = δ · a.")]
public sealed record InspectPhase() : PhaseScript("inspect", seconds: 12)
{
    [Description("The weight to look at. Left out, one that leads to an output; the lesson chooses.")]
    public EdgeReference? Weight { get; init; }

    /// <summary>Null is the example that the lesson shows.</summary>
    [Description("The sample of `data` that goes through the network, counted from 0. Left out, the lesson's example.")]
    [Limits(0, 1_000_000)]
    public int? Sample { get; init; }

    public override bool StartsWithNetwork => false;
}
