using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("The title writes itself and the network grows, layer by layer.")]
public sealed record IntroPhase() : PhaseScript("intro", seconds: 3)
{
    public override bool StartsWithNetwork => false;
}
