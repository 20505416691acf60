namespace BackpropAnimator.Network;

/// <summary>L = ½ Σ (ŷ − y)², so that ∂L/∂ŷ = ŷ − y, the raw error.</summary>
[Listed(10)]
public sealed record HalfSquaredError : Loss
{
    public override string Name => "half_squared_error";

    public override string Description => "½ Σ (ŷ − y)²";

    public override string Label => "Squared error";

    public override bool SlopeIsRawError => true;

    public override string Formula(string sum, string output, string target) => $@"\tfrac{{1}}{{2}} {sum} ({output} - {target})^2";

    public override string TermWithNumbers(Numeral output, Numeral target) => $"({output} - {target})^2";

    public override string SumWithNumbers(string sum, int outputs) => $@"\tfrac{{1}}{{2}} \left({sum}\right)";

    public override string SlopeFormula(string output, string target) => $"{output} - {target}";

    protected override double Term(double output, double target, int outputs) => 0.5 * (output - target) * (output - target);

    protected override double Slope(double output, double target, int outputs) => output - target;
}
