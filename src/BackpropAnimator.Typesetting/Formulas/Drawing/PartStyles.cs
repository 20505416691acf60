using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>Styles by part name. Equal when the same names have equal styles, in whatever order they were given.</summary>
public sealed class PartStyles : IEquatable<PartStyles>
{
    readonly ImmutableSortedDictionary<string, PartStyle> _byName;

    PartStyles(ImmutableSortedDictionary<string, PartStyle> byName) => _byName = byName;

    public static PartStyles None { get; } = new(ImmutableSortedDictionary.Create<string, PartStyle>(StringComparer.Ordinal));

    public bool IsEmpty => _byName.IsEmpty;

    /// <summary>The parts that have a style, in alphabetical order.</summary>
    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>The style of a part; null where none was given.</summary>
    public PartStyle? this[string name] => _byName.GetValueOrDefault(name);

    /// <summary>These styles with that of one part set, or replaced.</summary>
    public PartStyles With(string name, PartStyle style) => new(_byName.SetItem(name, style));

    public bool Equals(PartStyles? other) => other is not null && (ReferenceEquals(this, other) || _byName.SequenceEqual(other._byName));

    public override bool Equals(object? obj) => Equals(obj as PartStyles);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (name, style) in _byName)
        {
            hash.Add(name);
            hash.Add(style);
        }
        return hash.ToHashCode();
    }
}

/// <summary>How one part of a formula is drawn. Parts inside it inherit the colour, and multiply opacity and scale by their own.</summary>
/// <param name="Color">Null for the colour of what surrounds the part.</param>
/// <param name="Opacity">0 to 1.</param>
/// <param name="Scale">About the part's centre: above 1 for a pulse. Nothing else moves.</param>
/// <param name="Box">The colour of a rounded box behind the part, usually translucent.</param>
/// <param name="Underline">The colour of a line under the part.</param>
/// <param name="Strike">How much of a stroke across the part is drawn, 0 (none) to 1, from its lower left to its upper right.</param>
public sealed record PartStyle(
    SKColor? Color = null, float Opacity = 1, float Scale = 1, SKColor? Box = null, SKColor? Underline = null, float Strike = 0);

/// <summary>How a formula is drawn: one colour for all of it, and what differs in its parts. Compared by value, as frames are.</summary>
/// <param name="Opacity">0 to 1, for the whole formula.</param>
public sealed record FormulaStyle(SKColor Color, float Opacity = 1)
{
    /// <summary>What differs, by the parts' names. Names that the formula does not have are ignored.</summary>
    public PartStyles Parts { get; init; } = PartStyles.None;

    /// <summary>This style with that of one part set, or replaced.</summary>
    public FormulaStyle With(string part, PartStyle style) => this with { Parts = Parts.With(part, style) };
}
