namespace BackpropAnimator.Network;

/// <summary>v ← β v + g, w ← w − η v: Polyak (1964), in the form without damping.</summary>
/// <param name="Beta">The share of the velocity that is kept, 0 … 1.</param>
[Listed(20)]
public sealed record Momentum(double Beta = 0.9) : Optimizer
{
    public override string Name => "momentum";

    public override string Description => "v ← β v + g, w ← w − η v";

    public override string Formula => @"v \leftarrow \beta\,v + g, \quad w \leftarrow w - \eta\,v";

    public override Momentum Configured(OptimizerOptions options) => new(options.Momentum);

    protected internal override UpdateRule For(int parameterCount)
    {
        var velocity = new double[parameterCount];
        return (parameters, gradient, learningRate) =>
        {
            for (var p = 0; p < parameters.Length; p++)
            {
                velocity[p] = Beta * velocity[p] + gradient[p];
                parameters[p] -= learningRate * velocity[p];
            }
        };
    }
}
