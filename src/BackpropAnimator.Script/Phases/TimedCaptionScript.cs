using System.ComponentModel;

namespace BackpropAnimator.Script;

/// <summary>One of several captions of a phase.</summary>
public sealed record TimedCaptionScript : ScriptElement
{
    [Description("When it comes: a share of the phase, such as 20%, a time from its start, such as 3s, or one of the phase's moments, " +
        "such as \"{complete}\" or \"{visit 2}\", which falls on its mark where `say` has one. It stays until the next one.")]
    public required Moment At { get; init; }

    [Description("What it says; the same as `caption` otherwise.")]
    [Inline]
    public required string Text { get; init; }
}

/// <summary>A caption of a phase and when it is shown.</summary>
/// <param name="Start">Seconds from the phase's start.</param>
/// <param name="End">The same.</param>
/// <param name="At">Where it is written.</param>
public sealed record ShownCaption(string Text, double Start, double End, SourcePosition At);
