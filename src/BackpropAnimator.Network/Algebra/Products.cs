using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>The products of <see cref="ColumnMajor"/> for matrices and vectors.</summary>
static class Products
{
    /// <summary>W·a.</summary>
    public static Vector<double> Times(this Matrix<double> matrix, Vector<double> a)
    {
        var z = new double[matrix.RowCount];
        ColumnMajor.Multiply(matrix.AsSpan(), a.AsSpan(), z);
        return Vector<double>.Build.Dense(z);
    }

    /// <summary>Wᵀ·δ.</summary>
    public static Vector<double> TransposeTimes(this Matrix<double> matrix, Vector<double> delta)
    {
        var incoming = new double[matrix.ColumnCount];
        ColumnMajor.MultiplyTransposed(matrix.AsSpan(), delta.AsSpan(), incoming);
        return Vector<double>.Build.Dense(incoming);
    }

    /// <summary>δ·aᵀ.</summary>
    public static Matrix<double> TimesTransposed(this Vector<double> delta, Vector<double> a)
    {
        var product = new double[delta.Count * a.Count];
        ColumnMajor.AddOuter(product, delta.AsSpan(), a.AsSpan());
        return Matrix<double>.Build.Dense(delta.Count, a.Count, product);
    }
}

static class Spans
{
    /// <summary>The values of a vector: its own storage where that is an array (dense vectors), else a copy.</summary>
    public static ReadOnlySpan<double> AsSpan(this Vector<double> vector) => vector.AsArray() ?? vector.ToArray();

    /// <summary>The values of a matrix column by column: its own storage where that is an array (dense matrices), else a copy.</summary>
    public static ReadOnlySpan<double> AsSpan(this Matrix<double> matrix) => matrix.AsColumnMajorArray() ?? matrix.ToColumnMajorArray();
}
