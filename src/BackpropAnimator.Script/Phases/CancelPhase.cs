using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("Why cross-entropy learns where squared error stalls: its slope strikes out the output's own, and δ = a − y is left, with this network's numbers.")]
public sealed record CancelPhase() : PhaseScript("cancel", seconds: 20)
{
    [Description("The output whose numbers are shown. Left out, the one that is furthest from its target.")]
    [Limits(0, 999)]
    public int? Output { get; init; }

    public override bool StartsWithNetwork => false;
}
