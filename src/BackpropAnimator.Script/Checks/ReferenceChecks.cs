using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Checks;

/// <summary>Units and weights that phases speak of must be in the network.</summary>
internal static class ReferenceChecks
{
    public static void Run(ImmutableArray<PhaseScript> phases, NetworkScript network, CheckContext context)
    {
        foreach (var phase in phases)
            switch (phase)
            {
                case ForwardPhase forward when context.IsSound(forward, nameof(forward.Focus)):
                    Focus(forward, network, context);
                    break;
                case ChainRulePhase chain when context.IsSound(chain, nameof(chain.Edges)):
                    for (var i = 0; i < chain.Edges.Length; i++)
                        Edge(chain.Edges[i], "edges", chain.PositionOf(nameof(chain.Edges), i), network, context);
                    break;
                case SlopePhase slope when context.IsSound(slope, nameof(slope.Values)):
                    SlopeChecks.Run(slope, network, context);
                    break;
                case CancelPhase cancel:
                    CancelChecks.Run(cancel, network, context);
                    break;
                case MatrixPhase matrix when context.IsSound(matrix, nameof(matrix.Layer)):
                    Layer(matrix, matrix.Layer, first: 2, "no δ is handed back to", network, context);
                    break;
                case OuterProductPhase product when context.IsSound(product, nameof(product.Layer)):
                    Layer(product, product.Layer, first: 1, "no weights lead into", network, context);
                    break;
                case TraceWeightPhase { Weight: { } weight } trace:
                    Edge(weight, "weight", trace.PositionOf(nameof(trace.Weight)), network, context);
                    break;
                case SweepPhase { Weight: { } weight } sweep:
                    Edge(weight, "weight", sweep.PositionOf(nameof(sweep.Weight)), network, context);
                    break;
                case InspectPhase inspect:
                    if (inspect.Weight is { } inspected) Edge(inspected, "weight", inspect.PositionOf(nameof(inspect.Weight)), network, context);
                    Sample(inspect.Sample, inspect, context);
                    break;
                case ComparePhase compare:
                    Sample(compare.Sample, compare, context);
                    break;
                case WeightUpdatePhase { Edge: { } edge } update:
                    Edge(edge, "edge", update.PositionOf(nameof(update.Edge)), network, context);
                    break;
                case NudgePhase { Weight: { } weight } nudge:
                    Edge(weight, "weight", nudge.PositionOf(nameof(nudge.Weight)), network, context);
                    break;
                case ChainPhase { Weight: { } weight } chain:
                    Edge(weight, "weight", chain.PositionOf(nameof(chain.Weight)), network, context);
                    break;
                case LandscapePhase landscape:
                    Axes(landscape, network, context);
                    break;
                case ScoreboardPhase { Output: { } output } scoreboard when output >= network.Layers[^1]:
                    context.Problems.Error(scoreboard.PositionOf(nameof(scoreboard.Output)), $"output: {NoSuchUnit(network, network.Layers.Length - 1, output)}");
                    break;
            }
    }

    static void Focus(ForwardPhase forward, NetworkScript network, CheckContext context)
    {
        if (forward.Focus.IsEmpty) return;
        var at = forward.PositionOf(nameof(forward.Focus));
        if (!NetworkChecks.HasLength(forward.Focus, network.Layers.Length - 1, "focus", "one unit for each layer after the input", at, context)) return;
        for (var l = 0; l < forward.Focus.Length; l++)
            if (forward.Focus[l] >= network.Layers[l + 1])
                context.Problems.Error(forward.PositionOf(nameof(forward.Focus), l), $"focus: {NoSuchUnit(network, l + 1, forward.Focus[l])}");
    }

    static void Axes(LandscapePhase landscape, NetworkScript network, CheckContext context)
    {
        if (landscape.X is { } x) Edge(x, "x", landscape.PositionOf(nameof(landscape.X)), network, context);
        if (landscape.Y is { } y) Edge(y, "y", landscape.PositionOf(nameof(landscape.Y)), network, context);
        if (landscape.X is { } one && landscape.Y == one)
            context.Problems.Error(landscape.PositionOf(nameof(landscape.Y)), "y: this is the weight of the other axis", "a landscape spreads over two weights");
        if (network.Layers is [1, 1])
            context.Problems.Error(landscape.Position, "landscape: this network has a single weight, and a landscape spreads over two");
    }

    // A layer by name, from a certain one on: of the ones before, `because` says what they lack.
    static void Layer(PhaseScript phase, string? name, int first, string because, NetworkScript network, CheckContext context)
    {
        if (network.Layers.Length <= first)
        {
            context.Problems.Error(phase.Position, $"'{phase.Kind}' needs a hidden layer", "such as layers: [3, 4, 2]");
            return;
        }
        if (name is null) return;
        var at = phase.PositionOf("Layer");
        var layer = network.LayerNames.IndexOf(name);
        if (layer < 0) context.Problems.Error(at, $"layer: no layer is called {Quote.InWords(name)}", Nearest.Hint(name, [.. network.LayerNames.Skip(first)], "layers"));
        else if (layer < first)
            context.Problems.Error(at, $"layer: {because} {(first == 2 && layer == 1 ? network.LayerNames[0] : name)}", $"use one of: {string.Join(", ", network.LayerNames.Skip(first))}");
    }

    static void Sample(int? wanted, PhaseScript phase, CheckContext context)
    {
        if (wanted is not { } sample || !context.IsSound(context.Scene, nameof(Scene.Data))) return;
        var at = phase.PositionOf("Sample");
        if (context.Scene.Data is not { } data) context.Problems.Error(at, "sample: the scene has no data", "for example data: xor; without it the example is shown");
        else if (data.Samples.Length > 0 && sample >= data.Samples.Length)
            context.Problems.Error(at, $"sample: there is no sample {sample}; the data has 0 to {data.Samples.Length - 1}");
    }

    static void Edge(EdgeReference edge, string label, SourcePosition at, NetworkScript network, CheckContext context)
    {
        if (ProblemWith(edge, network) is { } problem) context.Problems.Error(at, $"{label}: {problem}", LayersInOrder(network));
    }

    /// <summary>Why a network has no such weight; null when it has.</summary>
    public static string? ProblemWith(EdgeReference edge, NetworkScript network)
    {
        if (network.Find(edge) is not null) return null;
        var (from, to) = (network.LayerNames.IndexOf(edge.From.Layer), network.LayerNames.IndexOf(edge.To.Layer));
        return
            from < 0 ? $"no layer is called '{edge.From.Layer}'"
            : to < 0 ? $"no layer is called '{edge.To.Layer}'"
            : to != from + 1 ? $"no weight leads from {edge.From.Layer} to {edge.To.Layer}"
            : edge.From.Unit >= network.Layers[from] ? NoSuchUnit(network, from, edge.From.Unit)
            : NoSuchUnit(network, to, edge.To.Unit);
    }

    public static string LayersInOrder(NetworkScript network) => $"layers in order: {string.Join(" -> ", network.LayerNames)}";

    /// <summary>That a layer has too few units.</summary>
    public static string NoSuchUnit(NetworkScript network, int layer, int unit)
    {
        var (name, size) = (network.LayerNames[layer], network.Layers[layer]);
        return $"{name} has no unit [{unit}]; it has [0]{(size > 1 ? $" to [{size - 1}]" : "")}";
    }
}
