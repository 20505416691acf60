using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>What lies at a point of a frame, and all that the lesson knows of it.</summary>
/// <param name="Kind">What it is, in a word.</param>
/// <param name="Name">What it is called; of a part of a formula the name that its source has for it.</param>
/// <param name="Key">What it is found by in other frames: see <see cref="LessonLook.LookFor"/>.</param>
/// <param name="Box">The box around it, in stage units; null where the frame does not show it.</param>
public sealed record LookedAt(LookedKind Kind, string Name, string Key, SKRect? Box)
{
    /// <summary>The line that a weight is drawn as, from centre to centre of its units; null for all else.</summary>
    public (SKPoint From, SKPoint To)? Line { get; init; }

    /// <summary>Its numbers at each stage of the lesson, in the lesson's order; of what has no numbers none.</summary>
    public ImmutableArray<LookedStage> Stages { get; init; } = [];

    /// <summary>Which of the stages the frame shows, from 0.</summary>
    public int Current { get; init; }

    /// <summary>How its numbers come about at that stage, line by line.</summary>
    public ImmutableArray<LookedLine> Arithmetic { get; init; } = [];
}

/// <summary>What can be looked at.</summary>
public enum LookedKind
{
    Unit,
    Weight,
    Loss,
    Text,
    Formula,
    FormulaPart,
}

/// <summary>The numbers of something between two changes of the network.</summary>
/// <param name="Name">Which side of a change they are on, such as "before the update".</param>
/// <param name="Frame">The first frame of the first phase that has them.</param>
public sealed record LookedStage(string Name, int Frame, ImmutableArray<TraceQuantity> Quantities);

/// <summary>A line of a calculation.</summary>
/// <param name="Name">In words; may be empty.</param>
/// <param name="Formulas">One after the other on the line, in the notation of formulas: with symbols, with numbers, and the result.</param>
public sealed record LookedLine(string Name, ImmutableArray<string> Formulas);
