namespace BackpropAnimator.Network;

/// <summary>z where z &gt; 0, and eᶻ − 1 elsewhere. Clevert, Unterthiner &amp; Hochreiter (2016), with α = 1.</summary>
[Listed(50)]
public sealed record Elu : ElementwiseActivation
{
    public override string Name => "elu";

    public override string Description => "z above 0, eᶻ − 1 below";

    public override ForeignNames ForeignNames => new("Elu", "elu");

    public override string Label => "ELU";

    public override string Symbol => "ELU";

    public override string Formula => @"f(z) = z \text{ for } z > 0 \text{, else } e^z - 1";

    public override ValueRange Range => new(-1, double.PositiveInfinity);

    public override bool IsRectifier => true;

    public override double ValueAt(double z) => z > 0 ? z : NearZero.ExpMinusOne(z);

    public override double SlopeAt(double z) => z > 0 ? 1 : Math.Exp(z);

    public override string SlopeFormula(string a, string z) => $@"1 \text{{ for }} {z} > 0 \text{{, else }} e^{{{z}}}";

    public override SlopeInA SlopeInA => new()
    {
        At = a => a > 0 ? 1 : a + 1,
        Formula = SlopeInA.OneAbove("a + 1"),
        UsualValues = [3, 1.5, -0.97],
        IsInPieces = true,
    };
}
