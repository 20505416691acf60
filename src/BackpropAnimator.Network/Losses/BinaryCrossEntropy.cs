using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>
/// L = −Σ (y ln ŷ + (1 − y) ln(1 − ŷ)), summed over the outputs; ∂L/∂ŷ = (ŷ − y) / (ŷ(1 − ŷ)).
/// For both, ŷ is first clamped to <see cref="Clamp"/> … 1 − <see cref="Clamp"/>: a saturated wrong output costs at most 34.5.
/// </summary>
public sealed record BinaryCrossEntropy : Loss
{
    /// <summary>How near to 0 or 1 an output may come in a logarithm or a denominator.</summary>
    public const double Clamp = 1e-15;

    public override string Name => "binary_cross_entropy";

    public override bool CancelsWith(Activation output) => output is Sigmoid;

    public override string? ProblemWith(Activation output) => Probabilities.ProblemWith(this, output);

    public override string? ProblemWith(Vector<double> target) => Probabilities.ProblemWith(this, target);

    private protected override double Term(double output, double target, int outputs)
    {
        var p = Math.Clamp(output, Clamp, 1 - Clamp);
        return -(target * Math.Log(p) + (1 - target) * Math.Log(1 - p));
    }

    private protected override double Slope(double output, double target, int outputs)
    {
        var p = Math.Clamp(output, Clamp, 1 - Clamp);
        return (p - target) / (p * (1 - p));
    }
}
