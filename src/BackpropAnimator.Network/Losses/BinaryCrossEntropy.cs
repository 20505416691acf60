using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>
/// L = −Σ (y ln ŷ + (1 − y) ln(1 − ŷ)), summed over the outputs; ∂L/∂ŷ = (ŷ − y) / (ŷ(1 − ŷ)).
/// L of a network has no bounds: it is computed from the z of the outputs. Where ŷ is all that is known, and for ∂L/∂ŷ, ŷ is first
/// clamped to <see cref="Clamp"/> … 1 − <see cref="Clamp"/>. δ needs no ∂L/∂ŷ after a sigmoid, where it is a − y.
/// </summary>
[Listed(40)]
public sealed record BinaryCrossEntropy : Loss
{
    /// <summary>How near to 0 or 1 an output may come in a logarithm or a denominator.</summary>
    public const double Clamp = 1e-15;

    public override string Name => "binary_cross_entropy";

    public override ImmutableArray<string> OtherNames => ["bce"];

    public override string Description => "−Σ (y ln ŷ + (1 − y) ln(1 − ŷ)); needs outputs between 0 and 1";

    public override string Label => "Cross-entropy";

    public override bool TakesProbabilities => true;

    public override bool CancelsWith(Activation output) => output is Sigmoid;

    public override string Formula(string sum, string output, string target) =>
        $@"-{sum} \left( {target} \ln {output} + (1 - {target}) \ln (1 - {output}) \right)";

    public override string FormulaOnTwoLines =>
        @"\begin{aligned} L = {} & -\textstyle\sum (y \ln \hat{y} \\ & {} + (1 - y) \ln (1 - \hat{y})) \end{aligned}";

    public override string TermWithNumbers(Numeral output, Numeral target) =>
        $@"{target} \ln {output} + {target.Rest} \ln {output.Rest}";

    public override string SumWithNumbers(string sum, int outputs) => $@"-\left({sum}\right)";

    public override string SlopeFormula(string output, string target) => $@"\frac{{{output} - {target}}}{{{output} (1 - {output})}}";

    internal override double Value(
        Activation output, ReadOnlySpan<double> z, ReadOnlySpan<double> a, ReadOnlySpan<double> target) =>
        output.CrossEntropy(z, target, countsRest: true);

    protected override double Term(double output, double target, int outputs)
    {
        var p = Math.Clamp(output, Clamp, 1 - Clamp);
        return -(target * Math.Log(p) + (1 - target) * Math.Log(1 - p));
    }

    protected override double Slope(double output, double target, int outputs)
    {
        var p = Math.Clamp(output, Clamp, 1 - Clamp);
        return (p - target) / (p * (1 - p));
    }
}
