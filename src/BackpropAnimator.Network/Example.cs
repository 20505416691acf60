using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>An input and the output that is wanted for it.</summary>
public sealed record Example(Vector<double> Input, Vector<double> Target)
{
    public static Example Of(IEnumerable<double> input, IEnumerable<double> target) =>
        new(Vector<double>.Build.DenseOfEnumerable(input), Vector<double>.Build.DenseOfEnumerable(target));
}
