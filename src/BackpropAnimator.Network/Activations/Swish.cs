namespace BackpropAnimator.Network;

/// <summary>z·σ(z), with slope σ(z)(1 + z(1 − σ(z))). Ramachandran, Zoph &amp; Le (2017), with β = 1; also known as SiLU.</summary>
/// <remarks>The curve falls and rises again below zero, so two slopes share one value, and the value does not tell the slope.</remarks>
[Listed(65)]
public sealed record Swish : ElementwiseActivation
{
    // The least value of z·σ(z), taken at z ≈ −1.2785.
    const double Minimum = -0.27846454276107380;

    public override string Name => "swish";

    public override string Description => "z · σ(z), also known as SiLU";

    public override ForeignNames ForeignNames => new(null, "swish", "silu");

    public override string Label => "Swish";

    public override string Symbol => "swish";

    public override string Formula => @"f(z) = z \cdot \sigma(z) \text{ with } \sigma(z) = \frac{1}{1 + e^{-z}}";

    public override ValueRange Range => new(Minimum, double.PositiveInfinity) { IsLowReached = true };

    public override bool IsRectifier => true;

    public override double ValueAt(double z) => z * Sigmoid.At(z);

    public override double SlopeAt(double z)
    {
        var share = Sigmoid.At(z);
        return share * (1 + z * (1 - share));
    }

    public override string SlopeFormula(string a, string z) => $@"{a} + \sigma({z}) (1 - {a})";
}
