using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>v ← β v + g, w ← w − η v: Polyak (1964), in PyTorch's form without damping.</summary>
/// <param name="Beta">The share of the velocity that is kept, 0 … 1.</param>
[Listed(20)]
public sealed record Momentum(double Beta = 0.9) : Optimizer
{
    public override string Name => "momentum";

    public override string Label => "momentum";

    public override string Description => "v ← β v + g, w ← w − η v";

    public override string Formula => @"v \leftarrow \beta\,v + g, \quad w \leftarrow w - \eta\,v";

    public override ImmutableArray<(string Name, double Value)> Options => [("momentum", Beta)];

    public override ImmutableArray<string> Memory => ["velocity"];

    public override Momentum Configured(OptimizerOptions options) => new(options.Momentum ?? Beta);

    protected internal override void Step(
        Span<double> parameters, ReadOnlySpan<double> gradient, double learningRate, OptimizerState state)
    {
        var velocity = state[0];
        for (var p = 0; p < parameters.Length; p++)
        {
            velocity[p] = Beta * velocity[p] + gradient[p];
            parameters[p] -= learningRate * velocity[p];
        }
    }

    protected internal override IEnumerable<UpdateLine> Working(WeightUpdate update)
    {
        var velocity = VelocityOf(update, Beta);
        return [velocity, UpdateLine.NewWeight(update, [velocity.Result], x => x[0], x => x[0])];
    }

    /// <summary>v ← β v + g.</summary>
    internal static UpdateLine VelocityOf(WeightUpdate update, double beta) => UpdateLine.Remembered(
        "v", [new(@"\beta", beta, UpdateNumberKind.Given), new("v", update.Memory[0]), update.Gradient],
        x => $"{x[0]}{x.Times}{x[1]} + {x[2]}", x => x[0] * x[1] + x[2]);
}
