using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>L = 1/n Σ (ŷ − y)² over the n outputs.</summary>
[Listed(20)]
public sealed record MeanSquaredError : Loss
{
    public override string Name => "mean_squared_error";

    public override ImmutableArray<string> OtherNames => ["mse"];

    public override string Description => "the mean of (ŷ − y)²";

    public override string Label => "Squared error";

    public override string Formula(string sum, string output, string target) => $@"\tfrac{{1}}{{n}} {sum} ({output} - {target})^2";

    public override string TermWithNumbers(Numeral output, Numeral target) => $"({output} - {target})^2";

    public override string SumWithNumbers(string sum, int outputs) => $@"\tfrac{{1}}{{{outputs}}} \left({sum}\right)";

    public override string SlopeFormula(string output, string target) => $@"\frac{{2}}{{n}} ({output} - {target})";

    protected override double Term(double output, double target, int outputs) => (output - target) * (output - target) / outputs;

    protected override double Slope(double output, double target, int outputs) => 2 * (output - target) / outputs;
}
