namespace BackpropAnimator.Network;

/// <summary>σ(z) = 1 / (1 + e⁻ᶻ), σ′ = a(1 − a).</summary>
[Listed(10)]
public sealed record Sigmoid : ElementwiseActivation
{
    public override string Name => "sigmoid";

    public override string Description => "1 / (1 + e⁻ᶻ), between 0 and 1";

    public override ForeignNames ForeignNames => new("Sigmoid", "sigmoid");

    public override string Label => "Sigmoid";

    public override string Symbol => "σ";

    public override string TexSymbol => @"\sigma";

    public override string Formula => @"f(z) = \frac{1}{1 + e^{-z}}";

    public override ValueRange Range => new(0, 1);

    public override double ValueAt(double z) => At(z);

    public override double SlopeAt(double z) => SlopeOf(At(z));

    private protected override double SlopeAt(double z, double a) => SlopeOf(a);

    public override string SlopeFormula(string a, string z) => $"{a} (1 - {a})";

    public override SlopeInA SlopeInA => new()
    {
        At = SlopeOf,
        Formula = "a(1 - a)",
        InWords = "a(1 − a)",
        WithNumbers = a => $@"{a} \cdot {a.Rest}",
        UsualValues = [0.5, 0.8, 0.99, 0.01],
    };

    // −ln σ(z) = ln(1 + e⁻ᶻ), and 1 − σ(z) = σ(−z).
    internal override double CrossEntropy(ReadOnlySpan<double> z, ReadOnlySpan<double> target, bool countsRest)
    {
        var sum = 0.0;
        for (var j = 0; j < z.Length; j++)
            sum += target[j] * Softplus.At(-z[j]) + (countsRest ? (1 - target[j]) * Softplus.At(z[j]) : 0);
        return sum;
    }

    internal static double At(double z)
    {
        // e to a negative power cannot overflow, so each side of zero has its own form of the same fraction.
        var e = Math.Exp(-Math.Abs(z));
        return z >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    static double SlopeOf(double a) => a * (1 - a);
}
