using MathNet.Numerics.LinearAlgebra;
using static BackpropAnimator.Network.Tests.Some;

namespace BackpropAnimator.Network.Tests;

public class ProductsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 5)]
    [InlineData(8, 4)]
    [InlineData(13, 7)]
    [InlineData(67, 31)]
    public void Products_are_those_of_linear_algebra_whatever_the_shape(int units, int inputs)
    {
        var matrix = Matrix<double>.Build.Random(units, inputs, seed: 1);
        var (a, delta) = (Vector<double>.Build.Random(inputs, seed: 2), Vector<double>.Build.Random(units, seed: 3));

        AssertEqual(matrix * a, matrix.Times(a));
        AssertEqual(matrix.Transpose() * delta, matrix.TransposeTimes(delta));
        AssertEqual((delta.ToColumnMatrix() * a.ToRowMatrix()).Enumerate(), delta.TimesTransposed(a).Enumerate());
    }

    [Fact]
    public void Matrices_and_vectors_may_be_stored_in_any_way()
    {
        var diagonal = Matrix<double>.Build.DiagonalOfDiagonalArray([2, 3]);
        var sparse = Vector<double>.Build.SparseOfArray([5, 0]);

        AssertEqual([10, 0], diagonal.Times(sparse));
        AssertEqual([10, 0], diagonal.TransposeTimes(sparse));
    }
}
