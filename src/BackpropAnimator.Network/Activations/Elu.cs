namespace BackpropAnimator.Network;

/// <summary>z where z &gt; 0, and eᶻ − 1 elsewhere. Clevert, Unterthiner &amp; Hochreiter (2016), with α = 1.</summary>
[Listed(50)]
public sealed record Elu : ElementwiseActivation
{
    public override string Name => "elu";

    public override (double Low, double High) Range => (-1, double.PositiveInfinity);

    public override bool IsRectifier => true;

    public override double ValueAt(double z) => z > 0 ? z : NearZero.ExpMinusOne(z);

    public override double SlopeAt(double z) => z > 0 ? 1 : Math.Exp(z);

    public override double? SlopeFromValue(double a) => a > 0 ? 1 : a + 1;
}
