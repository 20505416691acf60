using System.Collections.Immutable;
using System.Text.Json;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.WeightFiles;

/// <summary>
/// Nested lists of numbers in JSON: <c>{"weights": […], "biases": […]}</c>, the same two lists without names, matrices alone, matrices
/// and biases in turn, or arrays under names as in a state_dict.
/// </summary>
[Listed(40)]
internal sealed record JsonLists : WeightsFormat
{
    const string WeightsKey = "weights", BiasesKey = "biases";

    // As weights are written out in a scene.
    const MatrixOrder Order = MatrixOrder.OutIn;

    public override string Extension => ".json";

    public override StoredNetwork Read(ReadOnlyMemory<byte> file, int? layerCount)
    {
        try
        {
            using var json = JsonDocument.Parse(file.Span.StartsWith("\uFEFF"u8) ? file[3..] : file);
            return Network(json.RootElement, layerCount) with { ShapesDecide = true };
        }
        catch (JsonException e)
        {
            throw new WeightFileException(
                $"it is not JSON: see line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}", "write it with json.dump; NaN is no JSON");
        }
        // Text that is not UTF-8 is found where it is first read.
        catch (InvalidOperationException)
        {
            throw new WeightFileException("it is not UTF-8 text");
        }
    }

    static StoredNetwork Network(JsonElement root, int? layerCount)
    {
        if (root.ValueKind == JsonValueKind.Object)
        {
            if (root.TryGetProperty("class_name", out _))
                throw new WeightFileException(
                    "it is a Keras model without its weights",
                    "save these with np.savez, and write weights: { file: ….npz, model: ….json }");
            if (root.TryGetProperty(WeightsKey, out var weights) && weights.ValueKind == JsonValueKind.Array)
                return Pairs(weights, root.TryGetProperty(BiasesKey, out var biases) ? biases : null);
            return LayerPairing.Of(
                [.. root.EnumerateObject().Where(entry => entry.Value.ValueKind == JsonValueKind.Array)
                    .Select(entry => Array(entry.Name, entry.Value))], Order, layerCount);
        }
        if (root.ValueKind != JsonValueKind.Array || root.GetArrayLength() == 0) throw NoLists();
        // A list of lists of matrices: all weights, and then all biases.
        if (Depth(root) == 4) return Pairs(root[0], root.GetArrayLength() > 1 ? root[1] : null);
        return LayerPairing.ByOrder([.. root.EnumerateArray().Select((item, i) => Array($"[{i}]", item))], Order, layerCount);
    }

    static StoredNetwork Pairs(JsonElement weights, JsonElement? biases)
    {
        var matrices = Arrays(WeightsKey, weights);
        var vectors = biases is { ValueKind: JsonValueKind.Array } list ? Arrays(BiasesKey, list) : [];
        if (matrices.FirstOrDefault(matrix => !matrix.IsMatrix) is { } other)
            throw new WeightFileException($"{other.InWords} is no matrix", "each of the weights is a list of rows of numbers");
        if (vectors.Length > 0 && vectors.Length != matrices.Length)
            throw new WeightFileException($"there are {matrices.Length} matrices of weights in it and {vectors.Length} lists of biases");
        if (matrices.IsEmpty) throw NoLists();
        return new([.. matrices.Select((matrix, l) => new StoredLayer(matrix, vectors.ElementAtOrDefault(l)))]) { Order = Order };

        static ImmutableArray<StoredArray> Arrays(string key, JsonElement list) =>
            [.. list.EnumerateArray().Select((item, l) => Array($"{key}[{l}]", item))];
    }

    /// <summary>A list as an array: its shape is that of its first items, which all others must have.</summary>
    static StoredArray Array(string name, JsonElement list)
    {
        var shape = ImmutableArray.CreateBuilder<int>();
        for (var item = list; item.ValueKind == JsonValueKind.Array; item = item[0])
        {
            shape.Add(item.GetArrayLength());
            if (shape[^1] == 0) break;
        }
        List<double> numbers = [];
        Collect(list, 0);
        return new(name, shape.ToImmutable(), () => [.. numbers]);

        void Collect(JsonElement item, int axis)
        {
            if (axis == shape.Count && item.ValueKind == JsonValueKind.Number) numbers.Add(item.GetDouble());
            else if (axis < shape.Count && item.ValueKind == JsonValueKind.Array && item.GetArrayLength() == shape[axis])
                foreach (var inner in item.EnumerateArray()) Collect(inner, axis + 1);
            else
                throw new WeightFileException(
                    $"{Quote.InWords(name)} is no array of numbers: its rows are of several lengths, or hold something else");
        }
    }

    static int Depth(JsonElement item) =>
        item.ValueKind == JsonValueKind.Array ? 1 + (item.GetArrayLength() > 0 ? Depth(item[0]) : 0) : 0;

    static WeightFileException NoLists() =>
        new("there are no lists of numbers in it", """for example {"weights": [[[…], […]], [[…]]], "biases": [[…], […]]}""");
}
