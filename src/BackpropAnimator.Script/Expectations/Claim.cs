using System.Collections.Immutable;
using BackpropAnimator.Script.Expectations;

namespace BackpropAnimator.Script;

/// <summary>What an expectation says: comparisons that must all hold.</summary>
/// <param name="Text">The claim as it is written.</param>
/// <param name="Comparisons">One or more; <c>0 &lt; a &lt; 1</c> is two.</param>
public sealed record Claim(string Text, ImmutableArray<Comparison> Comparisons)
{
    /// <summary>Reads a claim such as <c>loss_after &lt; loss_before and abs(delta(h.2)) &gt; 0.01</c>.</summary>
    /// <exception cref="ClaimException">The text is no claim.</exception>
    public static Claim Parse(string text) => new ClaimParser(text).Claim();

    /// <summary>The text of a part of this claim.</summary>
    public string TextOf(TextSpan span) => Text[span.Start..span.End];
}

/// <summary>Two numbers and how they must be to each other.</summary>
/// <param name="Left">The number on the left.</param>
/// <param name="Relation">How it must be to the other.</param>
/// <param name="Right">The number on the right.</param>
/// <param name="Tolerance">How far apart equal numbers may be; null where they must be the very same.</param>
public sealed record Comparison(Expression Left, Relation Relation, Expression Right, Expression? Tolerance)
{
    public TextSpan Span => new(Left.Span.Start, (Tolerance ?? Right).Span.End);
}

/// <summary>How two numbers are to each other.</summary>
public enum Relation
{
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
}

/// <summary>A text is no claim.</summary>
/// <param name="offset">Where in the text, counted from 0.</param>
/// <param name="message">What was expected and what was found.</param>
/// <param name="hint">What to do, or null.</param>
public sealed class ClaimException(int offset, string message, string? hint = null) : Exception(message)
{
    public int Offset { get; } = offset;

    public string? Hint { get; } = hint;
}
