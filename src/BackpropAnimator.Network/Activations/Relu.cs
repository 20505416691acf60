namespace BackpropAnimator.Network;

/// <summary>max(0, z). The slope at 0 is taken as 0.</summary>
[Listed(30)]
public sealed record Relu : ElementwiseActivation
{
    public override string Name => "relu";

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override bool IsRectifier => true;

    public override double ValueAt(double z) => Math.Max(0, z);

    public override double SlopeAt(double z) => z > 0 ? 1 : 0;

    public override double? SlopeFromValue(double a) => SlopeAt(a);
}
