using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Script.Checks;

namespace BackpropAnimator.Script;

/// <summary>Options of a phase that may look closely at a part of the network: the view leans to it, and back at the end.</summary>
public abstract record FocusedOptions : PhaseOptions
{
    /// <param name="seconds">How long the phase lasts where the scene does not say.</param>
    protected FocusedOptions(double seconds) : base(seconds)
    {
    }

    /// <summary>
    /// Layers, units and weights, each in a layer after the input; one written as a bare number is a unit of the layer whose turn it is.
    /// </summary>
    [Description("What the phase looks at closely: a layer such as `hidden2`, a unit, `hidden2[1]`, or a weight, `hidden1[0] -> hidden2[1]`; " +
        "or a list. The view leans to the first one, and a unit's calculation is written out. A list of bare numbers, counted from 0, names " +
        "a unit of each layer after the input. Left out, the lesson chooses, and the view leans to what has no room otherwise.")]
    [OneOrMany, Count(0, 64)]
    public ImmutableArray<FocusReference> Focus { get; init; } = [];

    /// <summary>The focus where the view leans to it: the first one that says more than which unit to write out; null for none.</summary>
    public FocusReference? View => Focus.IsEmpty || Focus.All(focus => focus.IsTurn) ? null : Focus.First(focus => !focus.IsTurn);

    /// <summary>The unit of a layer that the scene points out; null for none.</summary>
    /// <param name="layer">The layer's name.</param>
    /// <param name="place">Its place among the layers after the input, from 0.</param>
    public int? UnitOf(string layer, int place)
    {
        if (!Focus.IsEmpty && Focus.All(focus => focus.IsTurn)) return Focus[place].Unit;
        foreach (var focus in Focus)
            if (focus.Layer == layer && focus.Unit is { } unit) return unit;
        return null;
    }

    /// <inheritdoc/>
    public override void Check(PhaseCheck check)
    {
        if (Focus.IsEmpty || check.Network is not { } network || !check.IsSound(nameof(Focus))) return;
        if (Focus.All(focus => focus.IsTurn))
        {
            if (!check.HasLength(Focus, network.Layers.Length - 1, nameof(Focus), "one unit for each layer after the input")) return;
            for (var l = 0; l < Focus.Length; l++)
                if (Focus[l].Unit >= network.Layers[l + 1])
                    check.Error(PositionOf(nameof(Focus), l), $"focus: {NetworkReferences.NoSuchUnit(network, l + 1, Focus[l].Unit!.Value)}");
            return;
        }
        for (var i = 0; i < Focus.Length; i++)
            if (ProblemWith(Focus[i], network) is { } problem)
                check.Error(PositionOf(nameof(Focus), i), $"focus: {problem}", NetworkReferences.LayersInOrder(network));
    }

    static string? ProblemWith(FocusReference focus, NetworkScript network)
    {
        if (focus.IsTurn) return "a bare number is for a list of bare numbers, one for each layer after the input";
        if (focus.Edge is { } edge) return NetworkReferences.ProblemWith(edge, network);
        var layer = network.LayerNames.IndexOf(focus.Layer);
        return layer < 0 ? $"no layer is called '{focus.Layer}'"
            : layer == 0 ? "nothing leads to the input; name a layer after it"
            : focus.Unit >= network.Layers[layer] ? NetworkReferences.NoSuchUnit(network, layer, focus.Unit.Value)
            : null;
    }
}
