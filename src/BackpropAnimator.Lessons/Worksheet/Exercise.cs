using System.Collections.Immutable;

namespace BackpropAnimator.Lessons;

/// <summary>A number to be worked out by hand.</summary>
/// <param name="Symbol">What it is called, in TeX.</param>
/// <param name="Formula">How it follows from numbers that are known by then, in TeX.</param>
/// <param name="Value">The answer.</param>
internal sealed record Blank(string Symbol, string Formula, double Value)
{
    /// <summary>The formula with its numbers put in, where that helps.</summary>
    public string? Substituted { get; init; }
}

/// <summary>A step of the calculation.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Explanation">What there is to know before.</param>
/// <param name="Blanks">What there is to work out, in an order in which each needs only those before.</param>
internal sealed record Exercise(string Title, string Explanation, ImmutableArray<Blank> Blanks);
