using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>references</c>.</summary>
public sealed record ReferencesOptions() : PhaseOptions(seconds: 6)
{
    [Description("The sources, in the order in which they are listed.")]
    [ShortForm, Count(1, 8)]
    public required ImmutableArray<SourceScript> Items { get; init; }
}

/// <summary>A book or a paper.</summary>
public sealed record SourceScript : ScriptElement
{
    [Description("Who wrote it, such as Rumelhart, Hinton & Williams.")]
    public required string Authors { get; init; }

    [Description("When it appeared.")]
    [Limits(1600, 2200)]
    public required int Year { get; init; }

    [Description("What it is called.")]
    public required string Title { get; init; }

    [Description("Where to find it: the journal and pages, or the publisher and chapter.")]
    public string? Place { get; init; }
}
