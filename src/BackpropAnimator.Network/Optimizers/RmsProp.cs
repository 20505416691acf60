namespace BackpropAnimator.Network;

/// <summary>The gradient over the root of its mean square: Hinton (2012), lecture 6e of "Neural Networks for Machine Learning".</summary>
/// <param name="Decay">ρ, the share of the mean squared gradient v that is kept.</param>
/// <param name="Epsilon">Keeps the division defined where v is 0.</param>
[Listed(25)]
public sealed record RmsProp(double Decay = 0.9, double Epsilon = 1e-8) : Optimizer
{
    public override string Name => "rmsprop";

    public override string Description => "v ← ρ v + (1 − ρ) g², w ← w − η g / √v, with ρ = 0.9: Hinton (2012)";

    public override string Formula =>
        @"v \leftarrow \rho\,v + (1 - \rho)\,g^2, \quad w \leftarrow w - \eta\,\frac{g}{\sqrt{v} + \epsilon}";

    protected internal override UpdateRule For(int parameterCount)
    {
        var v = new double[parameterCount];
        return (parameters, gradient, learningRate) =>
        {
            for (var p = 0; p < parameters.Length; p++)
            {
                v[p] = Decay * v[p] + (1 - Decay) * gradient[p] * gradient[p];
                parameters[p] -= learningRate * gradient[p] / (Math.Sqrt(v[p]) + Epsilon);
            }
        };
    }
}
