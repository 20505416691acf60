namespace BackpropAnimator.Network;

/// <summary>max(0, z). The slope at 0 is taken as 0.</summary>
[Listed(30)]
public sealed record Relu : ElementwiseActivation
{
    public override string Name => "relu";

    public override string Description => "max(0, z)";

    public override ForeignNames ForeignNames => new("Relu", "relu");

    public override string Label => "ReLU";

    public override string Symbol => "ReLU";

    public override string Formula => @"f(z) = \max(0, z)";

    public override string ValueInWords => "max(0, z)";

    public override string ValueInTex(string z) => $@"\max(0, {z})";

    public override ValueRange Range => new(0, double.PositiveInfinity) { IsLowReached = true };

    public override bool IsRectifier => true;

    public override bool IsOffBelowZero => true;

    public override bool HasCorner => true;

    public override double ValueAt(double z) => Math.Max(0, z);

    public override double SlopeAt(double z) => z > 0 ? 1 : 0;

    public override string SlopeFormula(string a, string z) => $@"1 \text{{ for }} {z} > 0 \text{{, else }} 0";

    public override SlopeInA SlopeInA => new()
    {
        At = SlopeAt,
        Formula = SlopeInA.OneAbove("0"),
        UsualValues = [2, 0.5, 0],
        IsInPieces = true,
    };
}
