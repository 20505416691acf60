using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>A weight whose gradient changes sign with the target. One that only becomes 0 does not.</summary>
/// <param name="Weight">The weight.</param>
/// <param name="First">∂L/∂w with the first target.</param>
/// <param name="Second">∂L/∂w with the second target, of the other sign.</param>
public readonly record struct SignFlip(WeightAddress Weight, double First, double Second)
{
    /// <summary>The weights whose gradients for one input differ in sign between two targets.</summary>
    public static ImmutableArray<SignFlip> Between(
        DenseNetwork network, Vector<double> input, Vector<double> firstTarget, Vector<double> secondTarget)
    {
        var forward = network.Forward(input);
        var (first, second) = (network.Backward(forward, firstTarget).Gradient, network.Backward(forward, secondTarget).Gradient);
        return
        [
            .. first.Layers.SelectMany((layer, l) => layer.Weights.EnumerateIndexed()
                .Select(entry => new SignFlip(
                    new WeightAddress(l, From: entry.Item2, To: entry.Item1),
                    First: entry.Item3,
                    Second: second.Layers[l].Weights[entry.Item1, entry.Item2]))
                .Where(weight => Math.Sign(weight.First) * Math.Sign(weight.Second) < 0)),
        ];
    }
}
