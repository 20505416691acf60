using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace BackpropAnimator.Network;

/// <summary>What a network of two inputs makes of a rectangle of its input plane, point by point.</summary>
public static class OutputField
{
    /// <summary>
    /// z of every output unit over every pair of inputs: the element [r, c] of the k-th grid is unit k's for <c>xs[c]</c> and
    /// <c>ys[r]</c>. Where outputs saturate, z still tells how far a point is from where they change.
    /// </summary>
    /// <exception cref="ArgumentException">The network does not take two inputs.</exception>
    public static ImmutableArray<double[,]> PreActivations(DenseNetwork network, IReadOnlyList<double> xs, IReadOnlyList<double> ys)
    {
        if (network.InputCount != 2)
            throw new ArgumentException($"A plane has two inputs, and this network takes {network.InputCount}.", nameof(network));

        var flat = new FlatNetwork(network);
        var fields = new double[network.OutputCount][,];
        for (var k = 0; k < fields.Length; k++)
            fields[k] = new double[ys.Count, xs.Count];
        var input = new double[2];
        for (var r = 0; r < ys.Count; r++)
        {
            for (var c = 0; c < xs.Count; c++)
            {
                (input[0], input[1]) = (xs[c], ys[r]);
                flat.Forward(input);
                var z = flat.PreActivations;
                for (var k = 0; k < fields.Length; k++)
                    fields[k][r, c] = z[k];
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(fields);
    }

    /// <summary>a = f(z) of one layer in many passes: <c>z[k][n]</c> is unit k's in pass n, and so is <c>a[k][n]</c>.</summary>
    /// <param name="z">One row for each unit, all of the same length.</param>
    public static double[][] Activations(Activation activation, IReadOnlyList<double[]> z)
    {
        var a = z.Select(row => new double[row.Length]).ToArray();
        if (z.Count == 1)
        {
            activation.Apply(z[0], a[0]);
            return a;
        }

        double[] from = new double[z.Count], to = new double[z.Count];
        for (var n = 0; n < a[0].Length; n++)
        {
            for (var k = 0; k < from.Length; k++)
                from[k] = z[k][n];
            activation.Apply(from, to);
            for (var k = 0; k < to.Length; k++)
                a[k][n] = to[k];
        }

        return a;
    }
}
