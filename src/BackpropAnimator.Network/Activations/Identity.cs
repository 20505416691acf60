namespace BackpropAnimator.Network;

/// <summary>a = z.</summary>
[Listed(80)]
public sealed record Identity : ElementwiseActivation
{
    public override string Name => "identity";

    public override (double Low, double High) Range => (double.NegativeInfinity, double.PositiveInfinity);

    public override double ValueAt(double z) => z;

    public override double SlopeAt(double z) => 1;

    public override double? SlopeFromValue(double a) => 1;
}
