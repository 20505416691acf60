using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.WeightFiles;

/// <summary>
/// Finds the layers in arrays by their names, such as <c>0.weight</c> or <c>W1</c>, or by their order where these say nothing.
/// </summary>
internal static class LayerPairing
{
    // What comes before and after the word is the layer's own name: fc1.weight, W1, dense_1/kernel:0, hidden_b.
    static readonly Regex Role = new(
        "^(?<before>(.*[^a-z])?)((?<weights>weights?|kernel|w|coefs?)|(?<biases>bias(es)?|b|intercepts?))(?<after>([^a-z].*)?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture);

    static readonly Regex Digits = new("[0-9]+", RegexOptions.CultureInvariant);

    // What np.savez calls arrays without names.
    static readonly Regex Numbered = new("^arr_[0-9]+$", RegexOptions.CultureInvariant);

    /// <param name="arrays">The arrays of a file.</param>
    /// <param name="order">How matrices lie in its format.</param>
    /// <param name="layerCount">How many layers there should be; null where that is not known.</param>
    /// <exception cref="WeightFileException">There are no layers in them, or it is not clear which arrays make one.</exception>
    public static StoredNetwork Of(ImmutableArray<StoredArray> arrays, MatrixOrder order, int? layerCount) =>
        arrays.All(array => Numbered.IsMatch(array.Name))
            ? ByOrder([.. arrays.OrderBy(array => Sortable(array.Name), StringComparer.Ordinal)], order, layerCount)
            : ByName(arrays, order);

    /// <summary>Pairs each matrix with the vector that follows it.</summary>
    /// <inheritdoc cref="Of"/>
    public static StoredNetwork ByOrder(ImmutableArray<StoredArray> arrays, MatrixOrder order, int? layerCount)
    {
        var layers = ImmutableArray.CreateBuilder<StoredLayer>();
        var areTwoEach = AreTwoEach(arrays, layerCount);
        for (var i = 0; i < arrays.Length; i++)
            if (i > 0 && (areTwoEach ? i % 2 == 1 : arrays[i].Shape.Length == 1) && layers[^1] is { Biases: null } open)
                layers[^1] = open with { Biases = arrays[i] };
            else if (arrays[i].IsMatrix) layers.Add(new(arrays[i], null));
            else
                throw new WeightFileException(
                    $"{arrays[i].InWords} is neither a matrix of weights nor the biases that follow one",
                    "save a matrix and then its biases for each layer");
        return layers.Count > 0 ? new(layers.ToImmutable()) { Order = order } : throw NoLayers(arrays);
    }

    // Biases may be stored as rows, which look like matrices.
    static bool AreTwoEach(ImmutableArray<StoredArray> arrays, int? layerCount)
    {
        var second = arrays.Where((_, i) => i % 2 == 1).ToList();
        return arrays.Length == 2 * (layerCount ?? second.Count) && second.TrueForAll(array => array.VectorLength is not null)
            && (layerCount is not null || second.Exists(array => array.Shape.Length == 1));
    }

    static StoredNetwork ByName(ImmutableArray<StoredArray> arrays, MatrixOrder order)
    {
        var (weights, biases) = (In("weights", array => array.IsMatrix), In("biases", array => array.VectorLength is not null));
        if (weights.Count == 0) throw NoLayers(arrays);
        var layers = weights.OrderBy(layer => Sortable(layer.Key), StringComparer.Ordinal)
            .Select(layer => new StoredLayer(layer.Value, biases.GetValueOrDefault(layer.Key))).ToImmutableArray();
        var used = layers.SelectMany(layer => new[] { layer.Weights, layer.Biases }).ToHashSet();
        return new(layers)
        {
            Order = order,
            IsInOrder = weights.Keys.Select(key => Digits.Replace(key, "0")).Distinct().Count() == 1,
            Unused = [.. arrays.Where(array => !used.Contains(array)).Select(array => array.Name)],
        };

        Dictionary<string, StoredArray> In(string role, Func<StoredArray, bool> isOne)
        {
            var found = new Dictionary<string, StoredArray>();
            foreach (var array in arrays.Where(isOne))
                if (Role.Match(array.Name) is { Success: true } name && name.Groups[role].Success)
                    if (!found.TryAdd($"{name.Groups["before"]}/{name.Groups["after"]}", array))
                        throw new WeightFileException(
                            $"{Quote.InWords(array.Name)} and another array are both the {role} of one layer", "leave one of them out");
            return found;
        }
    }

    // Numbers count as such: layer 10 comes after layer 2.
    static string Sortable(string name) => Digits.Replace(name, digits => digits.Value.PadLeft(12, '0'));

    static WeightFileException NoLayers(ImmutableArray<StoredArray> arrays) => new(
        arrays.IsEmpty ? "there are no arrays in it" : $"none of its arrays is a layer's matrix of weights: {Listed(arrays)}",
        "name the arrays W1, b1, W2, b2 and so on, or as PyTorch does: 0.weight, 0.bias");

    /// <summary>The arrays in a sentence, not too many of them.</summary>
    public static string Listed(IEnumerable<StoredArray> arrays) => Listed(arrays.Select(array => array.InWords));

    /// <inheritdoc cref="Listed(IEnumerable{StoredArray})"/>
    public static string Listed(IEnumerable<string> names)
    {
        const int most = 8;
        string[] all = [.. names];
        return string.Join(", ", all.Take(most)) + (all.Length > most ? $" and {all.Length - most} more" : "");
    }
}
