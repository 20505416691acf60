using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BackpropAnimator.Network;

/// <summary>
/// The three products of backpropagation, over matrices that are stored column by column: a column for each input, with a row for
/// each unit. Every sum runs in the order of its index, so the same network gives the same bits on every machine; MathNet's own
/// products depend on the number of cores and on which native library is found. Full optimisation from the first call, because most
/// lessons make one pass only.
/// </summary>
static class ColumnMajor
{
    /// <summary>z = W·a: adds the columns, each times its input.</summary>
    public static void Multiply(ReadOnlySpan<double> matrix, ReadOnlySpan<double> a, Span<double> z)
    {
        z.Clear();
        for (var i = 0; i < a.Length; i++)
            AddScaled(z, matrix.Slice(i * z.Length, z.Length), a[i]);
    }

    /// <summary>Wᵀ·δ: each column's own product with δ.</summary>
    public static void MultiplyTransposed(ReadOnlySpan<double> matrix, ReadOnlySpan<double> delta, Span<double> incoming)
    {
        for (var i = 0; i < incoming.Length; i++)
        {
            var column = matrix.Slice(i * delta.Length, delta.Length);
            var sum = 0.0;
            for (var j = 0; j < column.Length; j++)
                sum += column[j] * delta[j];
            incoming[i] = sum;
        }
    }

    /// <summary>Adds δ·aᵀ to a matrix: to each column δ times its input.</summary>
    public static void AddOuter(Span<double> matrix, ReadOnlySpan<double> delta, ReadOnlySpan<double> a)
    {
        for (var i = 0; i < a.Length; i++)
            AddScaled(matrix.Slice(i * delta.Length, delta.Length), delta, a[i]);
    }

    // Lanes only split the work: each element's sum is its own, whatever the width of a vector.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void AddScaled(Span<double> sums, ReadOnlySpan<double> values, double factor)
    {
        var done = 0;
        if (sums.Length >= Vector<double>.Count)
        {
            var sumLanes = MemoryMarshal.Cast<double, Vector<double>>(sums);
            var valueLanes = MemoryMarshal.Cast<double, Vector<double>>(values);
            for (var lane = 0; lane < sumLanes.Length; lane++)
                sumLanes[lane] += valueLanes[lane] * factor;
            done = sumLanes.Length * Vector<double>.Count;
        }

        for (var j = done; j < sums.Length; j++)
            sums[j] += values[j] * factor;
    }
}
