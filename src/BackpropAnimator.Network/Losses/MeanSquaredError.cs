namespace BackpropAnimator.Network;

/// <summary>L = 1/n Σ (ŷ − y)² over the n outputs.</summary>
public sealed record MeanSquaredError : Loss
{
    public override string Name => "mean_squared_error";

    private protected override double Term(double output, double target, int outputs) =>
        (output - target) * (output - target) / outputs;

    private protected override double Slope(double output, double target, int outputs) => 2 * (output - target) / outputs;
}
