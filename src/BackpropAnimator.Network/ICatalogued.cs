using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>A member of a catalogue: what scenes call it, and what their reference says of it.</summary>
public interface ICatalogued
{
    /// <summary>The name in scenes and traces, in snake_case: <c>leaky_relu</c>.</summary>
    string Name { get; }

    /// <summary>What it does, in a line of text without a full stop.</summary>
    string Description { get; }

    /// <summary>What else people call it, where that has no other meaning in its catalogue: <c>mse</c>. In snake_case too.</summary>
    ImmutableArray<string> OtherNames { get; }
}

/// <summary>A number with the way that a formula writes it. How many digits that takes is up to whoever shows the formula.</summary>
/// <param name="Value">The number itself.</param>
/// <param name="Text">The number in TeX: <c>0.80</c>.</param>
/// <param name="Rest">1 minus the number as a factor in TeX: <c>0.20</c>, or <c>(1 - 0.80)</c>.</param>
public readonly record struct Numeral(double Value, string Text, string Rest)
{
    /// <summary>Its square in TeX: a number with a power of ten takes parentheses.</summary>
    public string Squared => Text.Contains('^', StringComparison.Ordinal) ? $"({Text})^2" : $"{Text}^2";

    public override string ToString() => Text;
}
