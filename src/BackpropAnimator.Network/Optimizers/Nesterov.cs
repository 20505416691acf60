using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>
/// Momentum that looks one step of its velocity ahead: Nesterov (1983), in the form of Sutskever et al. (2013) that PyTorch has,
/// whose gradient is taken where the weights are.
/// </summary>
/// <param name="Beta">The share of the velocity that is kept, 0 … 1.</param>
[Listed(22)]
public sealed record Nesterov(double Beta = 0.9) : Optimizer
{
    public override string Name => "nesterov";

    public override ImmutableArray<string> OtherNames => ["nag"];

    public override string Label => "Nesterov momentum";

    public override string Description => "v ← β v + g, w ← w − η (g + β v)";

    public override string Formula => @"v \leftarrow \beta\,v + g, \quad w \leftarrow w - \eta\,(g + \beta\,v)";

    public override ImmutableArray<(string Name, double Value)> Options => [("momentum", Beta)];

    public override ImmutableArray<string> Memory => ["velocity"];

    public override Nesterov Configured(OptimizerOptions options) => new(options.Momentum ?? Beta);

    protected internal override void Step(
        Span<double> parameters, ReadOnlySpan<double> gradient, double learningRate, OptimizerState state)
    {
        var velocity = state[0];
        for (var p = 0; p < parameters.Length; p++)
        {
            velocity[p] = Beta * velocity[p] + gradient[p];
            parameters[p] -= learningRate * (gradient[p] + Beta * velocity[p]);
        }
    }

    protected internal override IEnumerable<UpdateLine> Working(WeightUpdate update)
    {
        var velocity = Momentum.VelocityOf(update, Beta);
        return
        [
            velocity,
            UpdateLine.NewWeight(
                update, [update.Gradient, velocity.Operands[0], velocity.Result],
                x => $"({x.Alone(0)} + {x[1]}{x.Times}{x[2]})", x => x[0] + x[1] * x[2]),
        ];
    }
}
