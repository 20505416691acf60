using System.Globalization;
using BackpropAnimator.Network;
using BackpropAnimator.Script.Yaml;
using Onnx;

namespace BackpropAnimator.Script.WeightFiles.Onnx;

/// <summary>
/// A graph of ONNX as a chain of dense layers, from its input to its output. What else is in it is an error that names the node: a lesson
/// would show other numbers than the model gives.
/// </summary>
internal sealed class OnnxChain
{
    // As many layers as a network may have, each of a few nodes.
    const int MostNodes = 1000;

    // They leave one example's values as they are. In use, Dropout does nothing.
    static readonly string[] passedOver = ["Identity", "Flatten", "Dropout"];

    readonly GraphProto graph;
    readonly OnnxConstants constants;
    readonly ILookup<string, NodeProto> takersOf;
    readonly List<StoredLayer> layers = [];

    // Whether the last layer may still get a bias, and an activation.
    bool takesBias, takesActivation;

    public OnnxChain(GraphProto graph)
    {
        if (graph.Node.Count > MostNodes)
            throw new WeightFileException($"its graph has {graph.Node.Count} nodes, and {MostNodes} are the most");
        this.graph = graph;
        takersOf = graph.Node.SelectMany(node => node.Input.Distinct().Select(input => (input, node))).ToLookup(p => p.input, p => p.node);
        constants = new(graph);
    }

    /// <summary>The layers of the chain.</summary>
    /// <exception cref="WeightFileException">The graph is something else.</exception>
    public StoredNetwork Network()
    {
        var inputs = graph.Input.Where(input => !constants.Contains(input.Name)).ToList();
        if (inputs.Count != 1 || graph.Output.Count != 1)
            throw new WeightFileException(
                $"it has {inputs.Count} inputs and {graph.Output.Count} outputs, and a lesson's network has one layer of each");
        var value = inputs[0].Name;
        // Longer than the graph would be in a circle.
        for (var left = graph.Node.Count; value != graph.Output[0].Name && left > 0; left--) value = Pass(value);
        if (value != graph.Output[0].Name) throw new WeightFileException("its nodes do not lead from its input to its output");
        if (layers.Count == 0) throw new WeightFileException("it has no dense layers");
        return new([.. layers.Select(layer => layer with { Activation = layer.Activation ?? new Identity() })])
        {
            Order = MatrixOrder.InOut,
            TellsOrder = true,
            Unused = constants.Unused,
        };
    }

    /// <summary>What becomes of a value.</summary>
    string Pass(string value)
    {
        var takers = takersOf[value].ToList();
        if (takers is not [var node])
            throw new WeightFileException(
                takers.Count == 0
                    ? $"no node takes {Quote.InWords(value)}, and it is not the output"
                    : $"{takers.Count} nodes take {Quote.InWords(value)}, and a lesson's layers are in a row");
        if (node.Output.Count == 0) throw NotOurs(node, "has no output");
        if (node.Domain is not ("" or "ai.onnx")) throw NotOurs(node, $"is of another set of operators, {Quote.InWords(node.Domain)}");
        switch (node.OpType)
        {
            case "Gemm":
                Gemm(node, value);
                break;
            case "MatMul":
                MatMul(node, value);
                break;
            case "Add":
                Add(node, value);
                break;
            case var kind when passedOver.Contains(kind):
                break;
            default:
                Activate(node);
                break;
        }
        return node.Output[0];
    }

    // Y = alpha A B + beta C, either matrix transposed where its attribute says so.
    void Gemm(NodeProto node, string value)
    {
        if (node.Input[0] != value || node.Input.Count < 2 || Number(node, "transA", 0) != 0)
            throw NotOurs(node, "does not multiply the layer before by weights");
        var weights = Matrix(node, node.Input[1]);
        if (Number(node, "transB", 0) != 0) weights = weights.Transposed();
        layers.Add(new(weights.Scaled(Number(node, "alpha", 1)), null));
        var hasBiases = node.Input.Count > 2 && node.Input[2].Length > 0;
        (takesBias, takesActivation) = (!hasBiases, true);
        if (hasBiases)
            layers[^1] = layers[^1] with { Biases = Vector(node, node.Input[2]).Scaled(Number(node, "beta", 1)) };
    }

    // x W, or W x where the input is a column.
    void MatMul(NodeProto node, string value)
    {
        if (node.Input.Count != 2 || node.Input[0] == node.Input[1]) throw NotOurs(node, "does not multiply the layer before by weights");
        layers.Add(new(node.Input[0] == value ? Matrix(node, node.Input[1]) : Matrix(node, node.Input[0]).Transposed(), null));
        (takesBias, takesActivation) = (true, true);
    }

    void Add(NodeProto node, string value)
    {
        if (!takesBias || node.Input.Count != 2 || node.Input[0] == node.Input[1]) throw NotOurs(node, "adds something else than biases");
        layers[^1] = layers[^1] with { Biases = Vector(node, node.Input[node.Input[0] == value ? 1 : 0]) };
        takesBias = false;
    }

    void Activate(NodeProto node)
    {
        var found = Activation.All.FirstOrDefault(activation => activation.ForeignNames.Onnx == node.OpType);
        if (found is null || node.Input.Count != 1)
            throw NotOurs(node, "is no part of a dense layer", "a lesson's network is of Gemm, or MatMul and Add, and activations");
        if (!takesActivation) throw NotOurs(node, "is an activation that follows no dense layer");
        if (node.Attribute.FirstOrDefault(attribute => attribute.Name == "approximate") is { } how && how.S.ToStringUtf8() != "none")
            throw NotOurs(node, "is an approximation, which lessons have not");
        if (found.ValuesSumToOne && Number(node, "axis", -1) == 0 && !IsForOneExample)
            throw NotOurs(node, "adds up over examples, not units");
        var alpha = node.Attribute.Any(attribute => attribute.Name == "alpha") ? Number(node, "alpha", 0) : (double?)null;
        layers[^1] = layers[^1] with { Activation = ForeignActivations.WithParameter(found, alpha, InWords(node)) };
        (takesBias, takesActivation) = (false, false);
    }

    // The input then has one axis, and not another one for the examples of a batch.
    bool IsForOneExample => graph.Input.All(input => constants.Contains(input.Name) || input.Type?.TensorType?.Shape?.Dim.Count == 1);

    StoredArray Matrix(NodeProto node, string name) => constants.Find(name) is { } found
        ? found.IsMatrix ? found : throw NotOurs(node, $"multiplies by {Quote.InWords(name)}, no matrix")
        : throw NotOurs(node, $"multiplies by {Quote.InWords(name)}, which is no constant of the graph");

    StoredArray Vector(NodeProto node, string name) => constants.Find(name) is { } found
        ? found.VectorLength is not null ? found : throw NotOurs(node, $"adds {Quote.InWords(name)}, which is no list of biases")
        : throw NotOurs(node, $"adds {Quote.InWords(name)}, which is no constant of the graph");

    static double Number(NodeProto node, string attribute, double normal) =>
        node.Attribute.FirstOrDefault(a => a.Name == attribute) is { } found ? found.HasI ? found.I : Exact(found.F) : normal;

    // 0.2 as a 32-bit float is the 0.2 that was typed, and not the double next to that float.
    static double Exact(float number) => double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    static string InWords(NodeProto node) =>
        $"its node {Quote.InWords(node.Name.Length > 0 ? node.Name : string.Join(", ", node.Output))} ({Quote.InWords(node.OpType)})";

    static WeightFileException NotOurs(NodeProto node, string why, string? hint = null) => new($"{InWords(node)} {why}", hint);
}
