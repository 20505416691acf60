namespace BackpropAnimator.Network;

/// <summary>a = z.</summary>
[Listed(80)]
public sealed record Identity : ElementwiseActivation
{
    public override string Name => "identity";

    public override string Description => "z itself";

    public override ForeignNames ForeignNames => new("Identity", "linear");

    public override string Label => "Identity";

    public override string Symbol => "id";

    public override string Formula => "f(z) = z";

    public override string ValueInWords => "z";

    public override string ValueInTex(string z) => z;

    public override ValueRange Range => new(double.NegativeInfinity, double.PositiveInfinity);

    public override double ValueAt(double z) => z;

    public override double SlopeAt(double z) => 1;

    public override string SlopeFormula(string a, string z) => "1";

    public override SlopeInA SlopeInA => new() { At = _ => 1, Formula = "1", UsualValues = [2, 0.5, -0.02] };
}
