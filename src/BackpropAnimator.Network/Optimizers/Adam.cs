using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>Steps of nearly equal length for every parameter: Kingma &amp; Ba (2015), algorithm 1.</summary>
/// <param name="Beta1">The share of the mean gradient m that is kept.</param>
/// <param name="Beta2">The share of the mean squared gradient v that is kept.</param>
/// <param name="Epsilon">Keeps the division defined where v is 0.</param>
[Listed(30)]
public record Adam(double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8) : Optimizer
{
    public override string Name => "adam";

    public override string Label => "Adam";

    public override string Description => "Kingma & Ba (2015)";

    public override string Formula =>
        @"m \leftarrow \beta_1 m + (1 - \beta_1)\,g, \quad v \leftarrow \beta_2 v + (1 - \beta_2)\,g^2, \quad "
        + @"w \leftarrow w - \eta\,\frac{\hat{m}}{\sqrt{\hat{v}} + \epsilon}";

    public override ImmutableArray<(string Name, double Value)> Options =>
        [("beta1", Beta1), ("beta2", Beta2), ("epsilon", Epsilon)];

    public override ImmutableArray<string> Memory => ["first_moment", "second_moment"];

    public override Adam Configured(OptimizerOptions options) => this with
    {
        Beta1 = options.Beta1 ?? Beta1, Beta2 = options.Beta2 ?? Beta2, Epsilon = options.Epsilon ?? Epsilon,
    };

    protected internal override void Step(
        Span<double> parameters, ReadOnlySpan<double> gradient, double learningRate, OptimizerState state)
    {
        var m = state[0];
        var v = state[1];
        // What the moments lack since they began at 0: 1 − β₁ᵗ, 1 − β₂ᵗ.
        var (whole1, whole2) = (1 - Math.Pow(Beta1, state.Steps), 1 - Math.Pow(Beta2, state.Steps));
        for (var p = 0; p < parameters.Length; p++)
        {
            m[p] = Beta1 * m[p] + (1 - Beta1) * gradient[p];
            v[p] = Beta2 * v[p] + (1 - Beta2) * gradient[p] * gradient[p];
            parameters[p] -= learningRate * (m[p] / whole1) / (Math.Sqrt(v[p] / whole2) + Epsilon);
        }
    }

    protected internal override IEnumerable<UpdateLine> Working(WeightUpdate update)
    {
        var m = UpdateLine.Remembered(
            "m", [new(@"\beta_1", Beta1, UpdateNumberKind.Given), new("m", update.Memory[0]), update.Gradient],
            x => $"{x[0]}{x.Times}{x[1]} + (1 - {x[0]}){x.Times}{x[2]}", x => x[0] * x[1] + (1 - x[0]) * x[2]);
        var v = RmsProp.MeanSquare("v", @"\beta_2", Beta2, update.Memory[1], update.Gradient);
        var (mean, meanSquare) = (Unbiased(m, update.Step), Unbiased(v, update.Step));
        return [m, v, mean, meanSquare, RmsProp.NewWeight(update, mean.Result, meanSquare.Result, Epsilon)];
    }

    // m̂ = m / (1 − β₁ᵗ): as if the mean had not begun at 0.
    static UpdateLine Unbiased(UpdateLine moment, int step) => UpdateLine.Of(
        $@"\hat{{{moment.Result.Symbol}}}", UpdateNumberKind.Computed, "=",
        [moment.Result, moment.Operands[0], new("t", step, UpdateNumberKind.Given)],
        x => $@"\frac{{{x.Alone(0)}}}{{1 - {x[1]}^{{{x.Alone(2)}}}}}", x => x[0] / (1 - Math.Pow(x[1], x[2])));
}
