using System.Collections.Immutable;
using Onnx;

namespace BackpropAnimator.Script.WeightFiles.Onnx;

/// <summary>The tensors that an ONNX graph brings along: its initializers, and nodes that pass one on.</summary>
internal sealed class OnnxConstants
{
    readonly GraphProto graph;
    readonly Dictionary<string, StoredArray> byName = [];
    readonly HashSet<string> used = [];

    /// <exception cref="WeightFileException">The shape of one is none.</exception>
    public OnnxConstants(GraphProto graph)
    {
        this.graph = graph;
        foreach (var tensor in graph.Initializer) byName[tensor.Name] = OnnxTensor.Of(tensor, tensor.Name);
        foreach (var node in graph.Node.Where(node => node.Output.Count == 1))
            if (ValueOf(node) is { } value) byName[node.Output[0]] = value;
    }

    /// <summary>The names of the initializers that were never asked for.</summary>
    public ImmutableArray<string> Unused =>
        [.. graph.Initializer.Select(tensor => tensor.Name).Where(name => !used.Contains(name)).Distinct()];

    public bool Contains(string name) => byName.ContainsKey(name);

    /// <summary>A constant that a layer uses; null where the graph computes it.</summary>
    public StoredArray? Find(string name)
    {
        used.Add(name);
        return byName.GetValueOrDefault(name);
    }

    // Exporters share equal tensors by Identity, and leave some to be transposed.
    StoredArray? ValueOf(NodeProto node) => node.OpType switch
    {
        "Constant" when node.Attribute.FirstOrDefault(attribute => attribute.Name == "value") is { T: { } tensor } =>
            OnnxTensor.Of(tensor, node.Output[0]),
        "Identity" when node.Input is [var name] && Contains(name) => Find(name),
        "Transpose" when node.Input is [var name] && Contains(name) && byName[name].IsMatrix
            && node.Attribute.All(attribute => attribute.Ints is [1, 0]) => Find(name)!.Transposed(),
        _ => null,
    };
}
