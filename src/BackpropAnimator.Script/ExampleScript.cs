using System.Collections.Immutable;
using System.ComponentModel;

namespace BackpropAnimator.Script;

/// <summary>One input with the output that is wanted for it.</summary>
public sealed record ExampleScript : ScriptElement
{
    /// <summary>The largest size of a number; more is a slip of the hand, and overflows somewhere.</summary>
    internal const double Largest = 1e6;

    [Description("One number for each unit of the input layer.")]
    [Limits(-Largest, Largest)]
    public required ImmutableArray<double> Input { get; init; }

    [Description("One number for each unit of the output layer: the right answer.")]
    [Limits(-Largest, Largest)]
    public required ImmutableArray<double> Target { get; init; }
}
