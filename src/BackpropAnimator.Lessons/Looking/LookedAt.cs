using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>What lies at a point of a frame, and all that the lesson knows of it.</summary>
/// <param name="Kind">What it is, in a word.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Box">The box around it, in stage units.</param>
public sealed record LookedAt(LookedKind Kind, string Name, SKRect Box)
{
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
    Text,
    FormulaPart,
}

/// <summary>The numbers of something between two changes of the network.</summary>
/// <param name="Name">From when on these are its numbers: the title of a phase.</param>
/// <param name="Frame">The first frame of that phase.</param>
public sealed record LookedStage(string Name, int Frame, ImmutableArray<TraceQuantity> Quantities);

/// <summary>A line of a calculation.</summary>
/// <param name="Name">In words; may be empty.</param>
/// <param name="Formulas">One after the other on the line, in the notation of formulas: with symbols, with numbers, and the result.</param>
public sealed record LookedLine(string Name, ImmutableArray<string> Formulas);
