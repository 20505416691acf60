using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("The gradients of a layer's weights as a column times a row, δ aᵀ, filling cell by cell in the very shape of W.")]
[Needs("loss")]
public sealed record OuterProductPhase() : PhaseScript("outer_product", seconds: 16)
{
    [Description("The layer whose weights are meant, those that lead into it. Left out, the last one.")]
    public string? Layer { get; init; }

    public override bool StandsBesideNetwork => true;
}
