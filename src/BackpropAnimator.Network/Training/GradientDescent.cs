namespace BackpropAnimator.Network;

/// <summary>w ← w − η g.</summary>
public sealed record GradientDescent : Optimizer
{
    public override string Name => "gradient_descent";

    internal override UpdateRule For(int parameterCount) => static (parameters, gradient, learningRate) =>
    {
        for (var p = 0; p < parameters.Length; p++)
            parameters[p] -= learningRate * gradient[p];
    };
}
