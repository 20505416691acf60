using System.Collections.Immutable;
using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("The gradient of single weights, factor by factor: ∂L/∂w = ∂L/∂a · ∂a/∂z · ∂z/∂w.")]
[Needs("loss")]
public sealed record ChainRulePhase() : PhaseScript("chain_rule", seconds: 8)
{
    /// <summary>Empty leaves the choice to the lesson.</summary>
    [Description("The weights to take apart, in order. Left out, one of each layer, output layer first.")]
    [Count(1, 20)]
    public ImmutableArray<EdgeReference> Edges { get; init; } = [];
}
