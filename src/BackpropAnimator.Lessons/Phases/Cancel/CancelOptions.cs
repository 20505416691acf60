using System.ComponentModel;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>cancel</c>.</summary>
public sealed record CancelOptions() : PhaseOptions(seconds: 20)
{
    [Description("The output whose numbers are shown. Left out, the one that is furthest from its target.")]
    [Limits(0, 999)]
    public int? Output { get; init; }

    /// <inheritdoc/>
    public override void Check(PhaseCheck check) => CancelChecks.Run(this, check);
}
