using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>objectives</c>.</summary>
public sealed record ObjectivesOptions() : PhaseOptions(seconds: 10)
{
    [Description("The objectives, one short sentence each.")]
    [ShortForm, Count(1, 8), Inline]
    public required ImmutableArray<string> Items { get; init; }

    [Description("The line above them. Left out, \"After this lesson you can\", in the scene's language.")]
    [Inline]
    public string? Lead { get; init; }
}
