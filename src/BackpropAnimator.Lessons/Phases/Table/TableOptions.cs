using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>table</c>.</summary>
public sealed record TableOptions() : PhaseOptions(seconds: 18)
{
    [Description("The steps, in order. Left out, the four of learning: forward pass, loss, backward pass, update.")]
    [Count(2, 6)]
    public ImmutableArray<TableRowScript> Rows { get; init; } = [];
}

/// <summary>A row of the table.</summary>
public sealed record TableRowScript : ScriptElement
{
    [Description("The step's name.")]
    public required string Step { get; init; }

    [Description("What happens in it, in a sentence.")]
    public required string Text { get; init; }
}
