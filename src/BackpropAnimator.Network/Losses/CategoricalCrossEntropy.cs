using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>
/// L = −Σ y ln ŷ over the classes, for targets that sum to 1; ∂L/∂ŷ = −y / ŷ.
/// L of a network has no bounds: it is computed from the z of the outputs. Where ŷ is all that is known, and for ∂L/∂ŷ, ŷ is first
/// raised to at least <see cref="Clamp"/>. δ needs no ∂L/∂ŷ after softmax, where it is a − y.
/// </summary>
[Listed(50)]
public sealed record CategoricalCrossEntropy : Loss
{
    /// <summary>How near to 0 an output may come in a logarithm or a denominator.</summary>
    public const double Clamp = 1e-15;

    public override string Name => "categorical_cross_entropy";

    public override ImmutableArray<string> OtherNames => ["cce"];

    public override string Description => "−Σ y ln ŷ; needs outputs between 0 and 1";

    public override string Label => "Cross-entropy";

    public override bool TakesProbabilities => true;

    // δ = a − y holds because the target's probabilities sum to 1.
    public override bool TargetsSumToOne => true;

    public override bool CancelsWith(Activation output) => output is Softmax;

    public override string Formula(string sum, string output, string target) => $@"-{sum} {target} \ln {output}";

    public override string TermWithNumbers(Numeral output, Numeral target) => $@"{target} \ln {output}";

    public override string SumWithNumbers(string sum, int outputs) => $@"-\left({sum}\right)";

    public override string SlopeFormula(string output, string target) => $@"-\frac{{{target}}}{{{output}}}";

    internal override double Value(
        Activation output, ReadOnlySpan<double> z, ReadOnlySpan<double> a, ReadOnlySpan<double> target) =>
        output.CrossEntropy(z, target, countsRest: false);

    protected override double Term(double output, double target, int outputs) =>
        target == 0 ? 0 : -target * Math.Log(Math.Max(output, Clamp));

    protected override double Slope(double output, double target, int outputs) => -target / Math.Max(output, Clamp);
}
