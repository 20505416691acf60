using System.Collections.Immutable;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.WeightFiles;

/// <summary>An array in a file of weights. Its numbers are decoded where a layer uses it, and only there.</summary>
/// <param name="Name">What the file calls it; a stranger's text.</param>
/// <param name="Shape">Its length along each axis.</param>
/// <param name="Decode">
/// Its numbers, the last axis fastest; throws <see cref="WeightFileException"/> where they are of a kind that is not read.
/// </param>
internal sealed record StoredArray(string Name, ImmutableArray<int> Shape, Func<double[]> Decode)
{
    /// <summary>Whether the axes are those of the file the other way round.</summary>
    public bool IsTransposed { get; init; }

    public bool IsMatrix => Shape.Length == 2;

    /// <summary>Its length as a vector, whether it is stored as one, as a row or as a column; null where it is none of these.</summary>
    public int? VectorLength => Shape switch
    {
        [var n] => n,
        [1, var n] => n,
        [var n, 1] => n,
        _ => null,
    };

    /// <summary>Its name and shape in a sentence: 'W1' of shape [2, 3].</summary>
    public string InWords => $"{Quote.InWords(Name)}{(IsTransposed ? ", transposed," : "")} of shape {ShapeInWords(Shape)}";

    /// <summary>The same matrix with its axes swapped.</summary>
    public StoredArray Transposed() => this with
    {
        Shape = [Shape[1], Shape[0]],
        Decode = () => Transpose(Decode(), Shape[0], Shape[1]),
        IsTransposed = !IsTransposed,
    };

    /// <summary>The same numbers, each times a factor.</summary>
    public StoredArray Scaled(double factor) =>
        factor == 1 ? this : this with { Decode = () => Array.ConvertAll(Decode(), number => factor * number) };

    public static string ShapeInWords(ImmutableArray<int> shape) => $"[{string.Join(", ", shape)}]";

    /// <summary>A shape as a file writes it; null for lengths that no array in memory has.</summary>
    public static ImmutableArray<int>? ShapeOf(IEnumerable<long> lengths)
    {
        var (shape, count) = (ImmutableArray.CreateBuilder<int>(), 1L);
        foreach (var length in lengths)
        {
            if (length is < 0 or > int.MaxValue || (count *= Math.Max(length, 1)) > int.MaxValue) return null;
            shape.Add((int)length);
        }
        return shape.ToImmutable();
    }

    /// <summary>How many numbers an array of a shape has.</summary>
    public static int CountOf(ImmutableArray<int> shape) => shape.Aggregate(1, (product, length) => product * length);

    /// <summary>A matrix row by row, from one of <paramref name="rows"/> × <paramref name="columns"/> row by row.</summary>
    internal static double[] Transpose(double[] numbers, int rows, int columns)
    {
        var result = new double[numbers.Length];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++) result[j * rows + i] = numbers[i * columns + j];
        return result;
    }
}
