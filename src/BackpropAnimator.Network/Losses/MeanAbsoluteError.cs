namespace BackpropAnimator.Network;

/// <summary>L = 1/n Σ |ŷ − y| over the n outputs. An output that is exactly right has slope 0.</summary>
public sealed record MeanAbsoluteError : Loss
{
    public override string Name => "mean_absolute_error";

    private protected override double Term(double output, double target, int outputs) => Math.Abs(output - target) / outputs;

    // The comparison, not Math.Sign, because that throws on the NaN of a training run that diverges.
    private protected override double Slope(double output, double target, int outputs) =>
        output > target ? 1.0 / outputs : output < target ? -1.0 / outputs : 0;
}
