namespace BackpropAnimator.Script.Checks;

/// <summary>Whether the units and weights that a scene speaks of are in a network, and what to say where they are not.</summary>
internal static class NetworkReferences
{
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
