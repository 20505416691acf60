using System.Collections.Immutable;
using System.ComponentModel;

namespace BackpropAnimator.Script;

/// <summary>What a scene file says, complete and checked: every default filled in, every number within its limits.</summary>
public sealed record Scene : ScriptElement
{
    [Description("The lesson's title, shown by the intro.")]
    public string Title { get; init; } = "Backpropagation";

    [Description("A sentence about the scene for those who browse scenes; not shown in the lesson.")]
    public string? Description { get; init; }

    [Description("The palette, and colours of your own.")]
    public ThemeScript Theme { get; init; } = new();

    [Description("The picture's size and rate, and the encoder's quality.")]
    public VideoScript Video { get; init; } = new();

    [Description("The network that the lesson is about.")]
    public required NetworkScript Network { get; init; }

    [Description("The example that goes through the network.")]
    public required ExampleScript Example { get; init; }

    [Description("The parts of the lesson, in order.")]
    [Count(1, 200)]
    public required ImmutableArray<PhaseScript> Phases { get; init; }
}
