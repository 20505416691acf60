using System.Collections.Immutable;

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
