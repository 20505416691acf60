using System.Collections.Immutable;
using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("The example flows through the network, layer by layer: z = Σ w·a + b, then a = σ(z).")]
public sealed record ForwardPhase() : PhaseScript("forward", seconds: 10)
{
    /// <summary>One unit of each layer after the input; empty leaves the choice to the lesson.</summary>
    [Description("The unit of each layer after the input whose calculation is written out, counted from 0. Left out, the lesson chooses.")]
    [Limits(0, 999)]
    public ImmutableArray<int> Focus { get; init; } = [];
}
