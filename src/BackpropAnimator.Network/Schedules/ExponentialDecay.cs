using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>A learning rate that falls by the same share at every epoch: PyTorch's ExponentialLR.</summary>
/// <param name="Factor">γ, what is left of the learning rate after an epoch.</param>
[Listed(30)]
public sealed record ExponentialDecay(double Factor = 0.99) : LearningRateSchedule
{
    public override string Name => "exponential";

    public override string Description => "multiplied with `factor` after every epoch";

    public override string Formula => @"\eta_e = \eta\,\gamma^{e}";

    public override ImmutableArray<(string Name, double Value)> Options => [("factor", Factor)];

    public override ExponentialDecay Configured(ScheduleOptions options) => new(options.Factor ?? Factor);

    public override double FactorAt(int epoch, int epochs) => Math.Pow(Factor, epoch);
}
