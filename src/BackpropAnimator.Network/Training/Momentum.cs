namespace BackpropAnimator.Network;

/// <summary>v ← β v + g, w ← w − η v: Polyak (1964), in the form without damping.</summary>
/// <param name="Beta">The share of the velocity that is kept, 0 … 1.</param>
public sealed record Momentum(double Beta = 0.9) : Optimizer
{
    public override string Name => "momentum";

    internal override UpdateRule For(int parameterCount)
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
