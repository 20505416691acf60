namespace BackpropAnimator.Network;

/// <summary>σ(z) = 1 / (1 + e⁻ᶻ), σ′ = a(1 − a).</summary>
[Listed(10)]
public sealed record Sigmoid : ElementwiseActivation
{
    public override string Name => "sigmoid";

    public override (double Low, double High) Range => (0, 1);

    public override double ValueAt(double z) => At(z);

    public override double SlopeAt(double z) => SlopeOf(At(z));

    public override double? SlopeFromValue(double a) => SlopeOf(a);

    internal static double At(double z)
    {
        // e to a negative power cannot overflow, so each side of zero has its own form of the same fraction.
        var e = Math.Exp(-Math.Abs(z));
        return z >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    static double SlopeOf(double a) => a * (1 - a);
}
