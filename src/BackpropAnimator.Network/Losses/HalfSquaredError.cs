namespace BackpropAnimator.Network;

/// <summary>L = ½ Σ (ŷ − y)², so that ∂L/∂ŷ = ŷ − y, the raw error.</summary>
public sealed record HalfSquaredError : Loss
{
    public override string Name => "half_squared_error";

    private protected override double Term(double output, double target, int outputs) => 0.5 * (output - target) * (output - target);

    private protected override double Slope(double output, double target, int outputs) => output - target;
}
