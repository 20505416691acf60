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
    // So many columns at a time: each sum still takes its terms one after the other, but reads and writes its own place less often,
    // and the sums of four columns do not wait for one another.
    const int Together = 4;

    /// <summary>z = W·a: adds the columns, each times its input.</summary>
    public static void Multiply(ReadOnlySpan<double> matrix, ReadOnlySpan<double> a, Span<double> z)
    {
        z.Clear();
        AddProduct(matrix, a, z);
    }

    /// <summary>z ← z + W·a, for some of a matrix's columns and their inputs.</summary>
    public static void AddProduct(ReadOnlySpan<double> columns, ReadOnlySpan<double> a, Span<double> z)
    {
        var i = 0;
        for (; i + Together <= a.Length; i += Together)
            AddScaled(z, columns.Slice(i * z.Length, Together * z.Length), a.Slice(i, Together));
        for (; i < a.Length; i++)
            AddScaled(z, columns.Slice(i * z.Length, z.Length), a[i]);
    }

    /// <summary>Wᵀ·δ: each column's own product with δ.</summary>
    public static void MultiplyTransposed(ReadOnlySpan<double> matrix, ReadOnlySpan<double> delta, Span<double> incoming)
    {
        var i = 0;
        for (; i + Together <= incoming.Length; i += Together)
            Products(matrix.Slice(i * delta.Length, Together * delta.Length), delta, incoming.Slice(i, Together));
        for (; i < incoming.Length; i++)
        {
            var column = matrix.Slice(i * delta.Length, delta.Length);
            var sum = 0.0;
            for (var j = 0; j < column.Length; j++)
                sum += column[j] * delta[j];
            incoming[i] = sum;
        }
    }

    /// <summary>Adds to one column of Σ δ·aᵀ what some samples bring to it, one sample after the other.</summary>
    /// <param name="column">A row for each unit.</param>
    /// <param name="deltas">δ of the samples, one after the other.</param>
    /// <param name="inputs">The column's own input in each of the samples.</param>
    public static void AddOuterColumn(Span<double> column, ReadOnlySpan<double> deltas, ReadOnlySpan<double> inputs)
    {
        var (units, j) = (column.Length, 0);
        for (; j + Vector<double>.Count <= units; j += Vector<double>.Count)
        {
            var sum = new Vector<double>(column[j..]);
            for (var n = 0; n < inputs.Length; n++)
                sum += new Vector<double>(deltas[(n * units + j)..]) * inputs[n];
            sum.CopyTo(column[j..]);
        }

        for (; j < units; j++)
        {
            var sum = column[j];
            for (var n = 0; n < inputs.Length; n++)
                sum += deltas[n * units + j] * inputs[n];
            column[j] = sum;
        }
    }

    /// <summary>Adds δ·aᵀ to a matrix: to each column δ times its input.</summary>
    public static void AddOuter(Span<double> matrix, ReadOnlySpan<double> delta, ReadOnlySpan<double> a)
    {
        for (var i = 0; i < a.Length; i++)
            AddScaled(matrix.Slice(i * delta.Length, delta.Length), delta, a[i]);
    }

    /// <summary>Divides every number.</summary>
    public static void Divide(Span<double> numbers, double divisor)
    {
        var j = 0;
        for (; j + Vector<double>.Count <= numbers.Length; j += Vector<double>.Count)
            (new Vector<double>(numbers[j..]) / new Vector<double>(divisor)).CopyTo(numbers[j..]);
        for (; j < numbers.Length; j++)
            numbers[j] /= divisor;
    }

    /// <summary>Adds to each sum a value times the factor.</summary>
    // Lanes only split the work: each element's sum is its own, whatever the width of a vector.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddScaled(Span<double> sums, ReadOnlySpan<double> values, double factor)
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

    static void AddScaled(Span<double> sums, ReadOnlySpan<double> columns, ReadOnlySpan<double> factors)
    {
        var rows = sums.Length;
        var (first, second, third, fourth) = (0, rows, 2 * rows, 3 * rows);
        var (a, b, c, d) = (factors[0], factors[1], factors[2], factors[3]);
        var j = 0;
        for (; j + Vector<double>.Count <= rows; j += Vector<double>.Count)
        {
            var sum = new Vector<double>(sums[j..]);
            sum += new Vector<double>(columns[(first + j)..]) * a;
            sum += new Vector<double>(columns[(second + j)..]) * b;
            sum += new Vector<double>(columns[(third + j)..]) * c;
            sum += new Vector<double>(columns[(fourth + j)..]) * d;
            sum.CopyTo(sums[j..]);
        }

        for (; j < rows; j++)
        {
            var sum = sums[j];
            sum += columns[first + j] * a;
            sum += columns[second + j] * b;
            sum += columns[third + j] * c;
            sum += columns[fourth + j] * d;
            sums[j] = sum;
        }
    }

    static void Products(ReadOnlySpan<double> columns, ReadOnlySpan<double> delta, Span<double> sums)
    {
        var rows = delta.Length;
        ReadOnlySpan<double> first = columns[..rows], second = columns.Slice(rows, rows);
        ReadOnlySpan<double> third = columns.Slice(2 * rows, rows), fourth = columns.Slice(3 * rows, rows);
        double a = 0, b = 0, c = 0, d = 0;
        for (var j = 0; j < delta.Length; j++)
        {
            var slope = delta[j];
            a += first[j] * slope;
            b += second[j] * slope;
            c += third[j] * slope;
            d += fourth[j] * slope;
        }

        (sums[0], sums[1], sums[2], sums[3]) = (a, b, c, d);
    }
}
