using MathNet.Numerics;

namespace BackpropAnimator.Network;

/// <summary>z·Φ(z), with Φ the normal distribution function itself, not its tanh approximation. Hendrycks &amp; Gimpel (2016).</summary>
/// <remarks>The curve falls and rises again below zero, so two slopes share one value, and the value does not tell the slope.</remarks>
[Listed(60)]
public sealed record Gelu : ElementwiseActivation
{
    // The least value of z·Φ(z), taken at z ≈ −0.7518.
    const double Minimum = -0.16997120747990369;

    public override string Name => "gelu";

    public override string Description => "z · Φ(z), with Φ the normal distribution";

    public override ForeignNames ForeignNames => new("Gelu", "gelu");

    public override string Label => "GELU";

    public override string Symbol => "GELU";

    public override string Formula => @"f(z) = z \cdot \Phi(z)";

    public override ValueRange Range => new(Minimum, double.PositiveInfinity) { IsLowReached = true };

    public override bool IsRectifier => true;

    public override double ValueAt(double z) => z * Distribution(z);

    public override double SlopeAt(double z) => Distribution(z) + z * Density(z);

    public override string SlopeFormula(string a, string z) => $@"\Phi({z}) + {z} \cdot \varphi({z})";

    static double Distribution(double z) => 0.5 * SpecialFunctions.Erfc(-z / Constants.Sqrt2);

    static double Density(double z) => Constants.InvSqrt2Pi * Math.Exp(-0.5 * z * z);
}
