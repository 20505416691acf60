using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>forward</c>.</summary>
public sealed record ForwardOptions() : PhaseOptions(seconds: 10)
{
    /// <summary>One unit of each layer after the input; empty leaves the choice to the lesson.</summary>
    [Description("The unit of each layer after the input whose calculation is written out, counted from 0. Left out, the lesson chooses.")]
    [Limits(0, 999)]
    public ImmutableArray<int> Focus { get; init; } = [];

    /// <inheritdoc/>
    public override void Check(PhaseCheck check)
    {
        if (Focus.IsEmpty || check.Network is not { } network || !check.IsSound(nameof(Focus))) return;
        if (!check.HasLength(Focus, network.Layers.Length - 1, nameof(Focus), "one unit for each layer after the input")) return;
        for (var l = 0; l < Focus.Length; l++)
            if (Focus[l] >= network.Layers[l + 1])
                check.Error(PositionOf(nameof(Focus), l), $"focus: {NetworkReferences.NoSuchUnit(network, l + 1, Focus[l])}");
    }
}
