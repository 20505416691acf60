using System.Collections.Immutable;

namespace BackpropAnimator.Script.WeightFiles;

/// <summary>Matrices of weights that a scene writes out, in x W = z as well as in W x = z.</summary>
internal static class WrittenMatrices
{
    /// <summary>
    /// The network with its matrices as W x has them, a row for each unit after. They are turned where the scene says so, or where all
    /// have the shape of x W and one of them only that; where they fit neither way they are as they were, which their own check tells.
    /// </summary>
    public static NetworkScript Turned(NetworkScript network)
    {
        var (matrices, order) = (network.Weights.Matrices, network.Weights.Order);
        if (matrices.IsEmpty || order == MatrixOrder.OutIn) return network;
        if (network.Layers.IsDefault) return order is null ? network : Turn(network);
        var (layers, isTold) = (network.Layers, order is not null);
        if (matrices.Length != layers.Length - 1) return network;
        for (var l = 0; l < matrices.Length; l++)
        {
            if (matrices[l].Length != layers[l] || matrices[l].Any(row => row.Length != layers[l + 1])) return network;
            isTold |= layers[l] != layers[l + 1];
        }
        return isTold ? Turn(network) : network;
    }

    // Once turned they lie as usual: a variant that takes them over does not turn them back.
    static NetworkScript Turn(NetworkScript network) => network.Weights.Matrices.All(AreEven)
        ? network with { Weights = network.Weights with { Matrices = [.. network.Weights.Matrices.Select(Transposed)], Order = null } }
        : network;

    static bool AreEven(ImmutableArray<ImmutableArray<double>> rows) => rows.All(row => row.Length > 0 && row.Length == rows[0].Length);

    static ImmutableArray<ImmutableArray<double>> Transposed(ImmutableArray<ImmutableArray<double>> rows) =>
        rows.IsEmpty ? rows : [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Select(row => row[i]).ToImmutableArray())];
}
