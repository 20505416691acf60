using System.ComponentModel;

namespace BackpropAnimator.Script;

/// <summary>A note on something that a phase shows: exactly one of a unit, a weight and a part of a formula.</summary>
public sealed record NoteScript : ScriptElement
{
    [Description("When it comes: a share of the phase, such as 20%, a time from its start, such as 3s, or one of the phase's moments, " +
        "such as \"{complete}\" or \"{visit 2}\", which falls on its mark where `say` has one.")]
    public required Moment At { get; init; }

    /// <summary>Seconds; null for as long as the phase lasts.</summary>
    [Description("How long it stays. Left out, to the end of the phase.")]
    [Duration, Limits(0, 3600, MoreThanMin = true)]
    public double? For { get; init; }

    [Description("The unit that it is about, such as `h1.2`.")]
    public UnitReference? Unit { get; init; }

    [Description("Instead of a unit, a weight, such as `h1.2 → h2.1`.")]
    public EdgeReference? Weight { get; init; }

    [Description(@"Instead of a unit, a part of the formula on screen, by its name in `\part{NAME}{…}`.")]
    [NotWords]
    public string? Part { get; init; }

    [Description("A few words beside it; formulas and stress as in `caption`.")]
    [Inline]
    public string? Text { get; init; }

    [Description("How it points.")]
    public NoteLook Look { get; init; } = NoteLook.Arrow;

    /// <summary>When it is there, in seconds from the start of a phase.</summary>
    /// <param name="start">When it comes.</param>
    /// <param name="duration">Of the phase.</param>
    public (double Start, double End) TimeFrom(double start, double duration) =>
        (Math.Min(duration, start), For is { } seconds ? Math.Min(duration, start + seconds) : duration);
}

/// <summary>How a note points at what it is about.</summary>
public enum NoteLook
{
    [Description("an arrow, from its words where it has some")]
    Arrow,

    [Description("a ring, a line or a frame around it")]
    Highlight,

    [Description("its words beside it, and no more")]
    Label,
}
