namespace BackpropAnimator.Network;

/// <summary>z where z &gt; 0, and <see cref="Slope"/>·z elsewhere. The slope at 0 is that of the left side.</summary>
[Listed(40)]
public sealed record LeakyRelu : ElementwiseActivation
{
    public const double DefaultSlope = 0.01;

    /// <exception cref="ArgumentOutOfRangeException">The slope is not in 0 … 1.</exception>
    public LeakyRelu(double slope = DefaultSlope)
    {
        if (slope is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(slope), slope, "The slope of leaky_relu lies in 0 … 1.");
        Slope = slope;
    }

    /// <summary>The slope for negative z, 0 … 1.</summary>
    public double Slope { get; }

    public override string Name => "leaky_relu";

    public override (double Low, double High) Range => (Slope > 0 ? double.NegativeInfinity : 0, double.PositiveInfinity);

    public override bool IsRectifier => true;

    public override double ValueAt(double z) => z > 0 ? z : Slope * z;

    public override double SlopeAt(double z) => z > 0 ? 1 : Slope;

    public override double? SlopeFromValue(double a) => SlopeAt(a);
}
