namespace BackpropAnimator.Network;

/// <summary>ln(1 + eᶻ), whose slope is σ(z) = 1 − e⁻ᵃ.</summary>
[Listed(70)]
public sealed record Softplus : ElementwiseActivation
{
    public override string Name => "softplus";

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override bool IsRectifier => true;

    // ln(1 + eᶻ) = max(0, z) + ln(1 + e⁻|ᶻ|), where nothing overflows.
    public override double ValueAt(double z) => Math.Max(0, z) + NearZero.LogOnePlus(Math.Exp(-Math.Abs(z)));

    public override double SlopeAt(double z) => Sigmoid.At(z);

    public override double? SlopeFromValue(double a) => -NearZero.ExpMinusOne(-a);
}
