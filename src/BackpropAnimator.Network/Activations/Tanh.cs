namespace BackpropAnimator.Network;

/// <summary>tanh(z), with slope 1 − a².</summary>
[Listed(20)]
public sealed record Tanh : ElementwiseActivation
{
    public override string Name => "tanh";

    public override (double Low, double High) Range => (-1, 1);

    public override double ValueAt(double z) => Math.Tanh(z);

    public override double SlopeAt(double z) => SlopeOf(Math.Tanh(z));

    public override double? SlopeFromValue(double a) => SlopeOf(a);

    static double SlopeOf(double a) => 1 - a * a;
}
