using MathNet.Numerics;

namespace BackpropAnimator.Network;

/// <summary>z·Φ(z), with Φ the normal distribution function itself, not its tanh approximation. Hendrycks &amp; Gimpel (2016).</summary>
[Listed(60)]
public sealed record Gelu : ElementwiseActivation
{
    // The least value of z·Φ(z), taken at z ≈ −0.7518.
    const double Minimum = -0.16997120747990369;

    public override string Name => "gelu";

    public override (double Low, double High) Range => (Minimum, double.PositiveInfinity);

    public override bool IsRectifier => true;

    public override double ValueAt(double z) => z * Distribution(z);

    public override double SlopeAt(double z) => Distribution(z) + z * Density(z);

    // The curve falls and rises again below zero, so two slopes share one value.
    public override double? SlopeFromValue(double a) => null;

    static double Distribution(double z) => 0.5 * SpecialFunctions.Erfc(-z / Constants.Sqrt2);

    static double Density(double z) => Constants.InvSqrt2Pi * Math.Exp(-0.5 * z * z);
}
