using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("The output is held against the target, and the loss comes out.")]
[Needs("forward")]
public sealed record LossPhase() : PhaseScript("loss", seconds: 5);
