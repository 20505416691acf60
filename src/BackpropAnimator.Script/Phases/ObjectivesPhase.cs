using System.Collections.Immutable;
using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("A card with what viewers will be able to do after the lesson, one objective after the other.")]
public sealed record ObjectivesPhase() : PhaseScript("objectives", seconds: 10)
{
    [Description("The objectives, one short sentence each.")]
    [ShortForm, Count(1, 8)]
    public required ImmutableArray<string> Items { get; init; }

    [Description("The line above them.")]
    public string Lead { get; init; } = "After this lesson you can";

    public override bool StartsWithNetwork => false;
}
