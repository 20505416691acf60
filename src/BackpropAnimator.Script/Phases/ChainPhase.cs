using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("From one weight to the loss, link by link: effects multiply, and each layer back adds one more factor to the product.")]
public sealed record ChainPhase() : PhaseScript("chain", seconds: 12)
{
    [Description("The weight at the chain's beginning. Left out, the one between the first two layers with the largest gradient.")]
    public EdgeReference? Weight { get; init; }

    public override bool StartsWithNetwork => false;
}
