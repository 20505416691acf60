namespace BackpropAnimator.Network;

/// <summary>ln(1 + eᶻ), whose slope is σ(z) = 1 − e⁻ᵃ.</summary>
[Listed(70)]
public sealed record Softplus : ElementwiseActivation
{
    public override string Name => "softplus";

    public override string Description => "ln(1 + eᶻ), a smooth relu";

    public override ForeignNames ForeignNames => new("Softplus", "softplus");

    public override string Label => "Softplus";

    public override string Symbol => "softplus";

    public override string Formula => @"f(z) = \ln(1 + e^z)";

    public override ValueRange Range => new(0, double.PositiveInfinity);

    public override bool IsRectifier => true;

    public override double ValueAt(double z) => At(z);

    public override double SlopeAt(double z) => Sigmoid.At(z);

    public override string SlopeFormula(string a, string z) => $@"\frac{{1}}{{1 + e^{{-{z}}}}}";

    public override SlopeInA SlopeInA => new()
    {
        At = a => -NearZero.ExpMinusOne(-a),
        Formula = "1 - e^{-a}",
        InWords = "1 − e⁻ᵃ",
        WithNumbers = a => $"1 - e^{{-{a}}}",
        UsualValues = [0.7, 2, 0.02],
    };

    // ln(1 + eᶻ) = max(0, z) + ln(1 + e⁻|ᶻ|), where nothing overflows.
    internal static double At(double z) => Math.Max(0, z) + NearZero.LogOnePlus(Math.Exp(-Math.Abs(z)));
}
