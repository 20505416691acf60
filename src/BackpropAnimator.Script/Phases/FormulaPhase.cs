using System.Collections.Immutable;
using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("A formula of the scene's own, large and term by term, which then turns into others step by step.")]
public sealed record FormulaPhase() : PhaseScript("formula", seconds: 6)
{
    [Description(@"The formula in TeX's notation. `\part{NAME}{…}` names a part of it; parts called error, slope, input, delta, loss, positive and negative wear the colours of what they stand for.")]
    public required string Source { get; init; }

    [Description("The formulas that it turns into, one after the other. What has the same name in both moves to its new place, the rest fades.")]
    [OneOrMany, Count(1, 20)]
    public ImmutableArray<string> Steps { get; init; } = [];

    public override bool StartsWithNetwork => false;
}
