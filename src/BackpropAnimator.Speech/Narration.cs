using System.Collections.Immutable;

namespace BackpropAnimator.Speech;

/// <summary>What is said in a lesson: which sound, how long, and when its words come.</summary>
/// <param name="Parts">One for each part of the scene's timeline, in order; null where nothing is said.</param>
public sealed record Narration(ImmutableArray<SpokenPart?> Parts)
{
    /// <summary>Seconds from a phase's start to its first word: its picture has come.</summary>
    public const double Lead = 0.3;

    /// <summary>All that a lesson's frames depend on: lengths and marks, no file.</summary>
    public string Timing => string.Join('\n', Parts.Select(part => part is null ? "" : string.Join(
        ' ', part.Marks.Select(mark => FormattableString.Invariant($"{mark.Name} {mark.Time:R}"))
            .Prepend(FormattableString.Invariant($"{part.Length:R}")))));

    /// <summary>Seconds from the last word to the phase's end at least: a breath.</summary>
    public const double Breath = 0.6;
}

/// <summary>What is said in one phase.</summary>
/// <param name="File">A WAV file.</param>
/// <param name="Length">Seconds.</param>
/// <param name="Marks">When the text's marks come, in order.</param>
/// <param name="Pieces">The words between its marks, each with its time; empty where they are not known.</param>
public sealed record SpokenPart(string File, double Length, ImmutableArray<SpokenMark> Marks, ImmutableArray<SpokenPiece> Pieces)
{
    /// <summary>How long a phase lasts at least in which this is said, in seconds.</summary>
    public double Room => Narration.Lead + Length + Narration.Breath;
}

/// <summary>When a mark comes.</summary>
/// <param name="Name">The moment that falls on it.</param>
/// <param name="Time">Seconds from the first sample of what is said.</param>
public readonly record struct SpokenMark(string Name, double Time);

/// <summary>Some of the words.</summary>
/// <param name="Start">Seconds from the first sample of what is said; so the end.</param>
public readonly record struct SpokenPiece(string Words, double Start, double End);
