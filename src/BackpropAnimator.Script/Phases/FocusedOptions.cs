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

    /// <summary>Layers, units and weights, or a bare number for each layer after the input; empty where the lesson chooses.</summary>
    [Description("What the phase looks at closely: a layer such as `hidden2`, a unit, `h2.1`, or a weight, `h1.2 → h2.1`; or a list. The " +
        "view leans to the first one, and a unit's calculation, or a weight's, is written out. A list of bare numbers, counted from 0, " +
        "names a unit of each layer after the input. Left out, the lesson chooses, and the view leans to what has no room otherwise.")]
    [OneOrMany, Count(0, 64)]
    public ImmutableArray<FocusReference> Focus { get; init; } = [];

    // Which unit to write out in each layer, and nothing of where to look.
    bool IsTurns => !Focus.IsEmpty && Focus.All(focus => focus.Turn is not null);

    /// <summary>The weights among them, in order.</summary>
    public IEnumerable<EdgeReference> FocusedWeights => Focus.Select(focus => focus.Edge).OfType<EdgeReference>();

    /// <summary>The layer that the view leans to, 0 for the input; null where the lesson chooses.</summary>
    public int? LayerInView(NetworkScript network) => Focus.IsEmpty || IsTurns ? null : network.Find(Focus[0])?.Layer;

    /// <summary>The unit of a layer that the scene points out, from 0; null for none.</summary>
    /// <param name="network">The scene's network.</param>
    /// <param name="layer">The layer, 0 for the input.</param>
    public int? UnitOf(NetworkScript network, int layer) =>
        IsTurns
            ? Focus[layer - 1].Turn
            : Focus.Select(focus => network.Find(focus)).FirstOrDefault(place => place?.Layer == layer && place?.Unit is not null)?.Unit;

    /// <inheritdoc/>
    public override void Check(PhaseCheck check)
    {
        if (Focus.IsEmpty || check.Network is not { } network || !check.IsSound(nameof(Focus))) return;
        if (IsTurns) CheckTurns(check, network);
        else
            for (var i = 0; i < Focus.Length; i++)
                if (ProblemWith(Focus[i], network) is (var message, var hint))
                    check.Error(PositionOf(nameof(Focus), i), $"focus: {message}", hint);
    }

    void CheckTurns(PhaseCheck check, NetworkScript network)
    {
        if (!check.HasLength(Focus, network.Layers.Length - 1, nameof(Focus), "one unit for each layer after the input")) return;
        for (var l = 0; l < Focus.Length; l++)
            if (Focus[l].Turn is { } unit && unit >= network.Layers[l + 1])
                check.Error(PositionOf(nameof(Focus), l), $"focus: {NetworkReferences.NoSuchUnit(network, l + 1, unit)}");
    }

    static (string Message, string? Hint)? ProblemWith(FocusReference focus, NetworkScript network)
    {
        if (focus.Turn is not null) return ("a bare number stands in a list of them, one for each layer after the input", null);
        if (focus.Edge is { } edge) return NetworkReferences.ProblemWith(edge, network);
        if (network.Find(focus) is not { } place) return NetworkReferences.ProblemWith(focus.Named!.Value, network);
        return place.Layer == 0 ? ("nothing leads to the input", NetworkReferences.LayersInOrder(network)) : null;
    }
}
