using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("The training loop as a cycle, and the loss sinking over real further steps.")]
public sealed record OutroPhase() : PhaseScript("outro", seconds: 4)
{
    [Description("How many further training steps the plot shows.")]
    [Limits(1, 10000)]
    public int Steps { get; init; } = 40;

    public override bool StartsWithNetwork => false;
}
