using System.Collections.Immutable;
using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("The steps of learning in a table, and the loop that they make beating through it.")]
public sealed record TablePhase() : PhaseScript("table", seconds: 18)
{
    [Description("The steps, in order. Left out, the four of learning: forward pass, loss, backward pass, update.")]
    [Count(2, 6)]
    public ImmutableArray<TableRowScript> Rows { get; init; } = [];

    public override bool StartsWithNetwork => false;
}

/// <summary>A row of the table.</summary>
public sealed record TableRowScript : ScriptElement
{
    [Description("The step's name.")]
    public required string Step { get; init; }

    [Description("What happens in it, in a sentence.")]
    public required string Text { get; init; }
}
