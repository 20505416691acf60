using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network.Tests;

/// <summary>Short forms for what tests need.</summary>
static class Some
{
    public static Vector<double> Vector(params double[] values) => Vector<double>.Build.DenseOfArray(values);

    public static Matrix<double> Matrix(params double[][] rows) => Matrix<double>.Build.DenseOfRowArrays(rows);

    public static Activation Activation(string name) =>
        Network.Activation.All.Single(activation => activation.Name == name);

    public static Loss Loss(string name) => Network.Loss.All.Single(loss => loss.Name == name);

    public static IEnumerable<string> Names(IEnumerable<ICatalogued> members) => members.Select(member => member.Name);

    public static void AssertEqual(double expected, double actual, double tolerance = 1e-12) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)), $"expected {expected:R}, got {actual:R}");

    public static void AssertEqual(IEnumerable<double> expected, IEnumerable<double> actual, double tolerance = 1e-12)
    {
        var (left, right) = (expected.ToArray(), actual.ToArray());
        Assert.Equal(left.Length, right.Length);
        for (var i = 0; i < left.Length; i++)
            AssertEqual(left[i], right[i], tolerance);
    }
}
