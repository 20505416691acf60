using System.Collections.Immutable;

namespace BackpropAnimator.Lessons;

/// <summary>A number to be worked out by hand.</summary>
/// <param name="Symbol">What it is called, in TeX.</param>
/// <param name="Formula">How it follows from numbers that are known by then, in TeX.</param>
/// <param name="Value">The answer.</param>
internal sealed record Blank(string Symbol, string Formula, double Value)
{
    /// <summary>The formula with its operands written in some way, such as their numbers, where that helps.</summary>
    public Func<Func<Operand, string>, string>? Substitution { get; init; }

    /// <summary>The formula with its numbers put in, where that helps.</summary>
    public string? Substituted => Substitution?.Invoke(operand => operand.Number);

    /// <summary>What a short sheet makes of it.</summary>
    public InShortSheet InShortSheet { get; init; } = InShortSheet.LeftOut;
}

/// <summary>A number that goes into a formula.</summary>
/// <param name="Symbol">What it is called there, in TeX.</param>
/// <param name="IsAlone">Whether nothing stands before it that would want parentheses around a negative number.</param>
internal readonly record struct Operand(string Symbol, double Value, bool IsAlone = false)
{
    public string Number => IsAlone ? Tex.Number(Value) : Tex.Operand(Value);
}

/// <summary>What a short sheet, which follows one path through the network, makes of a blank.</summary>
internal enum InShortSheet
{
    /// <summary>It is on the path.</summary>
    Asked,

    /// <summary>It is beside the path, and a number on the path needs it.</summary>
    Given,

    /// <summary>Nothing on the path needs it.</summary>
    LeftOut,
}

/// <summary>A step of the calculation.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Explanation">What there is to know before.</param>
/// <param name="Blanks">What there is to work out, in an order in which each needs only those before.</param>
internal sealed record Exercise(string Title, string Explanation, ImmutableArray<Blank> Blanks);
