using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>text</c>.</summary>
public sealed record TextOptions() : PhaseOptions(seconds: 8)
{
    [Description("What the page says, a paragraph each, one after the other with time to read it. Formulas and stress as in `caption`.")]
    [ShortForm, OneOrMany, Count(1, 8), Inline]
    public required ImmutableArray<string> Text { get; init; }

    [Description("A line above it.")]
    [Inline]
    public string? Heading { get; init; }
}
