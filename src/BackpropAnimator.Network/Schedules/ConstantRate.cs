namespace BackpropAnimator.Network;

/// <summary>The same learning rate throughout.</summary>
[Listed(10)]
public sealed record ConstantRate : LearningRateSchedule
{
    public override string Name => "constant";

    public override string Description => "the same learning rate throughout";

    public override string Formula => @"\eta_e = \eta";

    public override double FactorAt(int epoch, int epochs) => 1;
}
