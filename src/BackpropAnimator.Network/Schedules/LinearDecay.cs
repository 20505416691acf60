using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>A learning rate that falls in a straight line: PyTorch's LinearLR with a start factor of 1.</summary>
/// <param name="Final">r, the share of the learning rate that is left at the end.</param>
[Listed(50)]
public sealed record LinearDecay(double Final = 0) : LearningRateSchedule
{
    public override string Name => "linear";

    public override string Description => "down in a straight line to `final`, the share that is left after the last epoch";

    public override string Formula => @"\eta_e = \eta\,\left(1 - (1 - r)\,\frac{e}{E}\right)";

    public override ImmutableArray<(string Name, double Value)> Options => [("final", Final)];

    public override LinearDecay Configured(ScheduleOptions options) => new(options.Final ?? Final);

    public override double FactorAt(int epoch, int epochs) => 1 - (1 - Final) * Math.Min(epoch, epochs) / epochs;
}
