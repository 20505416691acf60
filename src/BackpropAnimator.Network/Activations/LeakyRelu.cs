using System.Collections.Immutable;
using System.Globalization;

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

    public override string Description => "z above 0, leaky_slope · z below";

    public override ForeignNames ForeignNames => new("LeakyRelu", "leakyrelu");

    public override string Label => "Leaky ReLU";

    public override string Symbol => "leaky ReLU";

    public override string TexSymbol => @"\text{leaky ReLU}";

    public override string Formula => $@"f(z) = z \text{{ for }} z > 0 \text{{, else }} {WrittenSlope} \cdot z";

    public override ImmutableArray<(string Name, double Value)> Options => [("leaky_slope", Slope)];

    public override ValueRange Range => Slope > 0 ? new(double.NegativeInfinity, double.PositiveInfinity) : new Relu().Range;

    public override bool IsRectifier => true;

    public override bool HasCorner => Slope < 1;

    public override LeakyRelu Configured(ActivationOptions options) => new(options.LeakySlope);

    public override double ValueAt(double z) => z > 0 ? z : Slope * z;

    public override double SlopeAt(double z) => z > 0 ? 1 : Slope;

    public override string SlopeFormula(string a, string z) => $@"1 \text{{ for }} {z} > 0 \text{{, else }} {WrittenSlope}";

    public override SlopeInA SlopeInA => new()
    {
        At = SlopeAt,
        Formula = SlopeInA.OneAbove(WrittenSlope),
        // z = −2 for the last; without a slope there is no value below 0.
        UsualValues = Slope > 0 ? [2, 0.5, -2 * Slope] : new Relu().SlopeInA.UsualValues,
        IsInPieces = true,
    };

    // As a scene would have it.
    string WrittenSlope => Slope.ToString("0.######", CultureInfo.InvariantCulture);
}
