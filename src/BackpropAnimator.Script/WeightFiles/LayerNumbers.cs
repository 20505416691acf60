using System.Collections.Immutable;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.WeightFiles;

/// <summary>The numbers of a file's layers as a scene has them, each within the limits of written-out ones.</summary>
internal static class LayerNumbers
{
    static readonly LimitsAttribute limits = new(-WeightsScript.Largest, WeightsScript.Largest);

    /// <summary>A matrix with a row for each unit of the layer.</summary>
    /// <exception cref="WeightFileException">A number is not finite, or too large.</exception>
    public static ImmutableArray<ImmutableArray<double>> Matrix(StoredLayer layer, MatrixOrder order)
    {
        Check(layer.Weights);
        var matrix = order == MatrixOrder.InOut ? layer.Weights.Transposed() : layer.Weights;
        return [.. matrix.Decode().Chunk(matrix.Shape[1]).Select(row => row.ToImmutableArray())];
    }

    /// <summary>One for each unit; zeros where the file has none.</summary>
    /// <inheritdoc cref="Matrix"/>
    public static ImmutableArray<double> Biases(StoredLayer layer, int units)
    {
        if (layer.Biases is null) return [.. new double[units]];
        Check(layer.Biases);
        return [.. layer.Biases.Decode()];
    }

    static void Check(StoredArray array)
    {
        var numbers = array.Decode();
        var bad = Array.FindIndex(numbers, number => !limits.Contains(number));
        if (bad >= 0)
            throw new WeightFileException(
                FormattableString.Invariant(
                    $"{Quote.InWords(array.Name)}{Index(bad, array)} is {numbers[bad]}, and weights are numbers {limits.InWords()}"),
                double.IsFinite(numbers[bad]) ? null : "a training that diverged leaves such numbers");
    }

    // In the file's own indices.
    static string Index(int at, StoredArray array)
    {
        if (!array.IsMatrix) return $"[{at}]";
        var (row, column) = Math.DivRem(at, array.Shape[1]);
        return array.IsTransposed ? $"[{column}, {row}]" : $"[{row}, {column}]";
    }
}
