namespace BackpropAnimator.Network;

/// <summary>tanh(z), with slope 1 − a².</summary>
[Listed(20)]
public sealed record Tanh : ElementwiseActivation
{
    public override string Name => "tanh";

    public override string Description => "the hyperbolic tangent, between −1 and 1";

    public override ForeignNames ForeignNames => new("Tanh", "tanh");

    public override string Label => "tanh";

    public override string Symbol => "tanh";

    public override string TexSymbol => @"\tanh";

    public override string Formula => @"f(z) = \tanh z";

    public override ValueRange Range => new(-1, 1);

    public override double ValueAt(double z) => Math.Tanh(z);

    public override double SlopeAt(double z) => SlopeOf(Math.Tanh(z));

    private protected override double SlopeAt(double z, double a) => SlopeOf(a);

    public override string SlopeFormula(string a, string z) => $"1 - ({a})^2";

    public override SlopeInA SlopeInA => new()
    {
        At = SlopeOf,
        Formula = "1 - a^2",
        InWords = "1 − a²",
        WithNumbers = a => $"1 - {a.Squared}",
        UsualValues = [0, 0.6, 0.99, -0.99],
    };

    static double SlopeOf(double a) => 1 - a * a;
}
