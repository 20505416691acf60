using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>A learning rate that falls in steps: PyTorch's StepLR.</summary>
/// <param name="Every">How many epochs a step lasts, at least 1.</param>
/// <param name="Factor">γ, what is left of the learning rate after a step.</param>
[Listed(20)]
public sealed record StepDecay(int Every = 100, double Factor = 0.5) : LearningRateSchedule
{
    public override string Name => "step";

    public override string Description => "multiplied with `factor` each time that `every` epochs have passed";

    public override string Formula => @"\eta_e = \eta\,\gamma^{\lfloor e / N \rfloor}";

    public override ImmutableArray<(string Name, double Value)> Options => [("every", Every), ("factor", Factor)];

    public override StepDecay Configured(ScheduleOptions options) => new(options.Every ?? Every, options.Factor ?? Factor);

    public override double FactorAt(int epoch, int epochs) => Math.Pow(Factor, epoch / Every);
}
