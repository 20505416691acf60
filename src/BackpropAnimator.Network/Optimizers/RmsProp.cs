using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>The gradient over the root of its mean square: Hinton (2012), lecture 6e of "Neural Networks for Machine Learning".</summary>
/// <param name="Rho">ρ, the share of the mean squared gradient v that is kept; PyTorch calls it alpha, and its own default is 0.99.</param>
/// <param name="Epsilon">Keeps the division defined where v is 0.</param>
[Listed(25)]
public sealed record RmsProp(double Rho = 0.9, double Epsilon = 1e-8) : Optimizer
{
    public override string Name => "rmsprop";

    public override string Label => "RMSprop";

    public override string Description => "v ← ρ v + (1 − ρ) g², w ← w − η g / (√v + ε): Hinton (2012)";

    public override string Formula =>
        @"v \leftarrow \rho\,v + (1 - \rho)\,g^2, \quad w \leftarrow w - \eta\,\frac{g}{\sqrt{v} + \epsilon}";

    public override ImmutableArray<(string Name, double Value)> Options => [("rho", Rho), ("epsilon", Epsilon)];

    public override ImmutableArray<string> Memory => ["mean_square"];

    public override RmsProp Configured(OptimizerOptions options) => new(options.Rho ?? Rho, options.Epsilon ?? Epsilon);

    protected internal override void Step(
        Span<double> parameters, ReadOnlySpan<double> gradient, double learningRate, OptimizerState state)
    {
        var v = state[0];
        for (var p = 0; p < parameters.Length; p++)
        {
            v[p] = Rho * v[p] + (1 - Rho) * gradient[p] * gradient[p];
            parameters[p] -= learningRate * gradient[p] / (Math.Sqrt(v[p]) + Epsilon);
        }
    }

    protected internal override IEnumerable<UpdateLine> Working(WeightUpdate update)
    {
        var v = MeanSquare("v", @"\rho", Rho, update.Memory[0], update.Gradient);
        return [v, NewWeight(update, update.Gradient, v.Result, Epsilon)];
    }

    /// <summary>v ← ρ v + (1 − ρ) g².</summary>
    internal static UpdateLine MeanSquare(string symbol, string share, double kept, double before, UpdateNumber gradient) =>
        UpdateLine.Remembered(
            symbol, [new(share, kept, UpdateNumberKind.Given), new(symbol, before), gradient],
            x => $"{x[0]}{x.Times}{x[1]} + (1 - {x[0]}){x.Times}{x[2]}^2", x => x[0] * x[1] + (1 - x[0]) * x[2] * x[2]);

    /// <summary>w ← w − η d / (√v + ε).</summary>
    internal static UpdateLine NewWeight(WeightUpdate update, UpdateNumber direction, UpdateNumber meanSquare, double epsilon) =>
        UpdateLine.NewWeight(
            update, [direction, meanSquare, new(@"\epsilon", epsilon, UpdateNumberKind.Given)],
            x => $@"\frac{{{x.Alone(0)}}}{{\sqrt{{{x.Alone(1)}}} + {x[2]}}}", x => x[0] / (Math.Sqrt(x[1]) + x[2]));
}
