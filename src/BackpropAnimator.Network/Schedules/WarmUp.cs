using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>
/// A learning rate that rises in a straight line over the first epochs, and stays: PyTorch's LinearLR with a start factor of 1/N.
/// </summary>
/// <param name="Epochs">N, the first epoch that has the whole learning rate, counted from 1.</param>
[Listed(60)]
public sealed record WarmUp(int Epochs = 10) : LearningRateSchedule
{
    public override string Name => "warmup";

    public override string Description => "up in a straight line to the whole learning rate in epoch number `epochs`, then constant";

    public override string Formula => @"\eta_e = \eta\,\min\left(1, \frac{e + 1}{N}\right)";

    public override ImmutableArray<(string Name, double Value)> Options => [("epochs", Epochs)];

    public override WarmUp Configured(ScheduleOptions options) => new(options.Epochs ?? Epochs);

    public override double FactorAt(int epoch, int epochs) => Math.Min(1, (epoch + 1.0) / Epochs);
}
