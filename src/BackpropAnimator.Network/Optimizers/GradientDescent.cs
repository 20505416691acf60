namespace BackpropAnimator.Network;

/// <summary>w ← w − η g.</summary>
[Listed(10)]
public sealed record GradientDescent : Optimizer
{
    public override string Name => "gradient_descent";

    public override string Description => "w ← w − η g";

    public override string Formula => @"w \leftarrow w - \eta\,g";

    protected internal override UpdateRule For(int parameterCount) => static (parameters, gradient, learningRate) =>
    {
        for (var p = 0; p < parameters.Length; p++)
            parameters[p] -= learningRate * gradient[p];
    };
}
