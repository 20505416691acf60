using System.Collections.Immutable;
using System.ComponentModel;

namespace BackpropAnimator.Script;

/// <summary>One input with the output that is wanted for it.</summary>
public sealed record ExampleScript : ScriptElement
{
    [Description("One number for each unit of the input layer.")]
    [Limits(-1e6, 1e6)]
    public required ImmutableArray<double> Input { get; init; }

    [Description("One number for each unit of the output layer: the right answer.")]
    [Limits(-1e6, 1e6)]
    public required ImmutableArray<double> Target { get; init; }
}
