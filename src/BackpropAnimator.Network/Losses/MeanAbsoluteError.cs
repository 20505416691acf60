using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>L = 1/n Σ |ŷ − y| over the n outputs. An output that is exactly right has slope 0.</summary>
[Listed(30)]
public sealed record MeanAbsoluteError : Loss
{
    public override string Name => "mean_absolute_error";

    public override ImmutableArray<string> OtherNames => ["mae", "l1"];

    public override string Description => "the mean of |ŷ − y|";

    public override string Label => "Absolute error";

    public override string Formula(string sum, string output, string target) => $@"\tfrac{{1}}{{n}} {sum} |{output} - {target}|";

    public override string TermWithNumbers(Numeral output, Numeral target) => $"|{output} - {target}|";

    public override string SumWithNumbers(string sum, int outputs) => $@"\tfrac{{1}}{{{outputs}}} \left({sum}\right)";

    public override string SlopeFormula(string output, string target) =>
        $@"\frac{{1}}{{n}} \operatorname{{sign}}({output} - {target})";

    protected override double Term(double output, double target, int outputs) => Math.Abs(output - target) / outputs;

    // The comparison, not Math.Sign, because that throws on the NaN of a training run that diverges.
    protected override double Slope(double output, double target, int outputs) =>
        output > target ? 1.0 / outputs : output < target ? -1.0 / outputs : 0;
}
