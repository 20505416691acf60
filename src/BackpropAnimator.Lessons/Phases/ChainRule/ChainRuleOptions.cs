using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>chain_rule</c>.</summary>
public sealed record ChainRuleOptions() : FocusedOptions(seconds: 8)
{
    /// <summary>Empty leaves the choice to the lesson.</summary>
    [Description("The weights to take apart, in order. Left out, one of each layer, output layer first.")]
    [Count(1, 20)]
    public ImmutableArray<EdgeReference> Edges { get; init; } = [];

    /// <inheritdoc/>
    public override void Check(PhaseCheck check)
    {
        base.Check(check);
        if (!check.IsSound(nameof(Edges))) return;
        for (var i = 0; i < Edges.Length; i++) check.HasWeight(Edges[i], nameof(Edges), i);
    }
}
