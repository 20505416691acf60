using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

static class VectorSpans
{
    /// <summary>The values of a vector: its own storage where that is an array (dense vectors), else a copy.</summary>
    public static ReadOnlySpan<double> AsSpan(this Vector<double> vector) => vector.AsArray() ?? vector.ToArray();
}
