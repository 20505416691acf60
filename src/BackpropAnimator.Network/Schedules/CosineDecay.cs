using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>
/// Half a wave of a cosine, slow at first, slow at last: Loshchilov &amp; Hutter (2017) without restarts, PyTorch's CosineAnnealingLR.
/// </summary>
/// <param name="Final">r, the share of the learning rate that is left at the end.</param>
[Listed(40)]
public sealed record CosineDecay(double Final = 0) : LearningRateSchedule
{
    public override string Name => "cosine";

    public override ImmutableArray<string> OtherNames => ["cosine_annealing"];

    public override string Description => "down along half a cosine to `final`, the share that is left after the last epoch";

    public override string Formula => @"\eta_e = \eta\,\left(r + \frac{1 - r}{2}\,\left(1 + \cos \frac{\pi e}{E}\right)\right)";

    public override ImmutableArray<(string Name, double Value)> Options => [("final", Final)];

    public override CosineDecay Configured(ScheduleOptions options) => new(options.Final ?? Final);

    public override double FactorAt(int epoch, int epochs) =>
        Final + (1 - Final) / 2 * (1 + Math.Cos(Math.PI * Math.Min(epoch, epochs) / epochs));
}
