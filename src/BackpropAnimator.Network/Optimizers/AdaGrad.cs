using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>The gradient over the root of the sum of its squares so far: Duchi, Hazan &amp; Singer (2011), as PyTorch has it.</summary>
/// <param name="Epsilon">Keeps the division defined where v is 0.</param>
[Listed(24)]
public sealed record AdaGrad(double Epsilon = 1e-10) : Optimizer
{
    public override string Name => "adagrad";

    public override string Label => "AdaGrad";

    public override string Description => "v ← v + g², w ← w − η g / (√v + ε): Duchi, Hazan & Singer (2011)";

    public override string Formula => @"v \leftarrow v + g^2, \quad w \leftarrow w - \eta\,\frac{g}{\sqrt{v} + \epsilon}";

    public override ImmutableArray<(string Name, double Value)> Options => [("epsilon", Epsilon)];

    public override ImmutableArray<string> Memory => ["sum_of_squares"];

    public override AdaGrad Configured(OptimizerOptions options) => new(options.Epsilon ?? Epsilon);

    protected internal override void Step(
        Span<double> parameters, ReadOnlySpan<double> gradient, double learningRate, OptimizerState state)
    {
        var v = state[0];
        for (var p = 0; p < parameters.Length; p++)
        {
            v[p] += gradient[p] * gradient[p];
            parameters[p] -= learningRate * gradient[p] / (Math.Sqrt(v[p]) + Epsilon);
        }
    }

    protected internal override IEnumerable<UpdateLine> Working(WeightUpdate update)
    {
        var v = UpdateLine.Remembered(
            "v", [new("v", update.Memory[0]), update.Gradient], x => $"{x.Alone(0)} + {x[1]}^2", x => x[0] + x[1] * x[1]);
        return [v, RmsProp.NewWeight(update, update.Gradient, v.Result, Epsilon)];
    }
}
