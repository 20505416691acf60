using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Checks;

/// <summary>Whether the units and weights that a scene speaks of are in a network, and what to say where they are not.</summary>
internal static class NetworkReferences
{
    /// <summary>Why a network has no such weight, and what to do; null when it has.</summary>
    public static (string Message, string? Hint)? ProblemWith(EdgeReference edge, NetworkScript network)
    {
        if (ProblemWith(edge.From, network) is { } noSource) return noSource;
        if (ProblemWith(edge.To, network) is { } noEnd) return noEnd;
        var (from, to) = (network.Find(edge.From)!.Value, network.Find(edge.To)!.Value);
        return to.Layer == from.Layer + 1
            ? null
            : ($"no weight leads from {network.LayerNames[from.Layer]} to {network.LayerNames[to.Layer]}", LayersInOrder(network));
    }

    /// <summary>Why a network has no such unit, and what to do; null when it has.</summary>
    public static (string Message, string? Hint)? ProblemWith(UnitReference unit, NetworkScript network)
    {
        if (network.Find(unit) is not null) return null;
        if (unit.Name is { } name)
        {
            var known = network.Inputs.AddRange(network.OutputNames);
            return (
                $"no unit is called {Quote.InWords(name)}",
                known.IsEmpty ? $"units are such as {Some(network)}; {LayersInOrder(network)}" : Nearest.Hint(name, known, "names"));
        }
        var layer = network.LayerOf(unit.Layer);
        return layer < 0
            ? ($"no layer is called {Quote.InWords(unit.Layer)}", LayersInOrder(network))
            : (NoSuchUnit(network, layer, unit.Unit), LayersInOrder(network));
    }

    public static string LayersInOrder(NetworkScript network) => $"layers in order: {string.Join(" → ", network.LayerNames)}";

    /// <summary>That a layer has too few units.</summary>
    /// <param name="unit">From 0.</param>
    public static string NoSuchUnit(NetworkScript network, int layer, int unit)
    {
        var (name, size) = (network.LayerNames[layer], network.Layers[layer]);
        var (first, last) = (new UnitReference(name, 0), new UnitReference(name, size - 1));
        return $"{name} has no unit {new UnitReference(name, unit)}; "
            + (size == 1 ? $"it has {first}, or {name}[0]" : $"it has {first} to {last}, or {name}[0] to {name}[{size - 1}]");
    }

    static string Some(NetworkScript network) => new UnitReference(network.LayerNames[1], 0).ToString();
}
