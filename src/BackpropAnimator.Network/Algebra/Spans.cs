using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

static class Spans
{
    /// <summary>The values of a vector: its own storage where that is an array (dense vectors), else a copy.</summary>
    public static ReadOnlySpan<double> AsSpan(this Vector<double> vector) => vector.AsArray() ?? vector.ToArray();

    /// <summary>The values of a matrix column by column: its own storage where that is an array (dense matrices), else a copy.</summary>
    public static ReadOnlySpan<double> AsSpan(this Matrix<double> matrix) => matrix.AsColumnMajorArray() ?? matrix.ToColumnMajorArray();
}
