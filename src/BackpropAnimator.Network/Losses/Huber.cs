namespace BackpropAnimator.Network;

/// <summary>
/// L = Σ h(ŷ − y), with h(e) = ½ e² for |e| ≤ 1 and |e| − ½ beyond: Huber (1964), with k = 1. ∂L/∂ŷ is the raw error, cut off at ±1.
/// </summary>
[Listed(35)]
public sealed record Huber : Loss
{
    public override string Name => "huber";

    public override string Description => "Σ of ½ e² for an error e = ŷ − y of up to 1, of |e| − ½ beyond";

    public override string Label => "Huber loss";

    public override string Formula(string sum, string output, string target) =>
        $@"{sum} \begin{{cases}} \tfrac{{1}}{{2}} ({output} - {target})^2 & |{output} - {target}| \le 1 \\ "
        + $@"|{output} - {target}| - \tfrac{{1}}{{2}} & \text{{else}} \end{{cases}}";

    public override string FormulaOnTwoLines =>
        @"L = \sum_{e = \hat{y} - y} \begin{cases} \tfrac{1}{2} e^2 & |e| \le 1 \\ |e| - \tfrac{1}{2} & \text{else} \end{cases}";

    public override string TermWithNumbers(Numeral output, Numeral target) => IsSmall(output.Value - target.Value)
        ? $@"\tfrac{{1}}{{2}} ({output} - {target})^2"
        : $@"|{output} - {target}| - \tfrac{{1}}{{2}}";

    public override string SumWithNumbers(string sum, int outputs) => sum;

    public override string SlopeFormula(string output, string target) => $@"\max(-1, \min(1, {output} - {target}))";

    protected override double Term(double output, double target, int outputs)
    {
        var e = output - target;
        return IsSmall(e) ? 0.5 * e * e : Math.Abs(e) - 0.5;
    }

    protected override double Slope(double output, double target, int outputs) => Math.Clamp(output - target, -1, 1);

    static bool IsSmall(double e) => Math.Abs(e) <= 1;
}
