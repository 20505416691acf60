namespace BackpropAnimator.Network;

/// <summary>Steps of nearly equal length for every parameter: Kingma &amp; Ba (2015), algorithm 1.</summary>
/// <param name="Beta1">The share of the mean gradient m that is kept.</param>
/// <param name="Beta2">The share of the mean squared gradient v that is kept.</param>
/// <param name="Epsilon">Keeps the division defined where v is 0.</param>
[Listed(30)]
public sealed record Adam(double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8) : Optimizer
{
    public override string Name => "adam";

    public override string Description => "Kingma & Ba (2015)";

    public override string Formula =>
        @"m \leftarrow \beta_1 m + (1 - \beta_1)\,g, \quad v \leftarrow \beta_2 v + (1 - \beta_2)\,g^2, \quad "
        + @"w \leftarrow w - \eta\,\frac{\hat{m}}{\sqrt{\hat{v}} + \epsilon}";

    protected internal override UpdateRule For(int parameterCount)
    {
        var (m, v) = (new double[parameterCount], new double[parameterCount]);
        var (left1, left2) = (1.0, 1.0);        // β₁ᵗ, β₂ᵗ
        return (parameters, gradient, learningRate) =>
        {
            left1 *= Beta1;
            left2 *= Beta2;
            for (var p = 0; p < parameters.Length; p++)
            {
                m[p] = Beta1 * m[p] + (1 - Beta1) * gradient[p];
                v[p] = Beta2 * v[p] + (1 - Beta2) * gradient[p] * gradient[p];
                var (mean, meanSquare) = (m[p] / (1 - left1), v[p] / (1 - left2));
                parameters[p] -= learningRate * mean / (Math.Sqrt(meanSquare) + Epsilon);
            }
        };
    }
}
