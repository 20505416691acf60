using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>
/// L = −Σ y ln ŷ over the classes, for targets that sum to 1; ∂L/∂ŷ = −y / ŷ.
/// For both, ŷ is first raised to at least <see cref="Clamp"/>.
/// </summary>
public sealed record CategoricalCrossEntropy : Loss
{
    /// <summary>How near to 0 an output may come in a logarithm or a denominator.</summary>
    public const double Clamp = 1e-15;

    // A target typed as thirds (0.333, 0.333, 0.334) is meant to sum to 1.
    const double SumTolerance = 1e-6;

    public override string Name => "categorical_cross_entropy";

    public override bool CancelsWith(Activation output) => output is Softmax;

    public override string? ProblemWith(Activation output) => Probabilities.ProblemWith(this, output);

    // δ = a − y holds because the target's probabilities sum to 1.
    public override string? ProblemWith(Vector<double> target) =>
        Probabilities.ProblemWith(this, target)
        ?? (Math.Abs(target.Sum() - 1) > SumTolerance ? $"{Name} needs targets that sum to 1, not to {target.Sum():0.######}" : null);

    private protected override double Term(double output, double target, int outputs) =>
        target == 0 ? 0 : -target * Math.Log(Math.Max(output, Clamp));

    private protected override double Slope(double output, double target, int outputs) => -target / Math.Max(output, Clamp);
}
