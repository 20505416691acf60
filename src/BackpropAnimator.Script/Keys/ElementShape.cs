using System.Collections.Immutable;
using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Script.Keys;

/// <summary>
/// The keys of a <see cref="ScriptElement"/>, read off its properties: its own first, then those of the record it extends.
/// </summary>
internal sealed record ElementShape : ValueShape
{
    /// <param name="type">The element's record.</param>
    /// <param name="isPartial">Whether it is written as changes to another element.</param>
    public ElementShape(Type type, bool isPartial = false)
    {
        (Type, IsPartial) = (type, isPartial);
        Keys = [.. type.GetProperties().Where(p => p.IsDefined(typeof(DescriptionAttribute))).Select(p => new KeyShape(p))];
    }

    /// <summary>The whole scene.</summary>
    public static ElementShape Scene { get; } = new(typeof(Scene));

    public Type Type { get; }

    /// <summary>Whether every key may be left out, and has no default of its own.</summary>
    public bool IsPartial { get; }

    public ImmutableArray<KeyShape> Keys { get; }

    public ImmutableArray<string> Names => [.. Keys.Select(k => k.Name)];

    public IEnumerable<KeyShape> Required => IsPartial ? [] : Keys.Where(k => k.IsRequired);

    /// <summary>An instance that has its defaults; what is required is left empty.</summary>
    public ScriptElement Create() => (ScriptElement)Activator.CreateInstance(Type)!;

    public KeyShape? Find(string name) => Keys.FirstOrDefault(k => k.Name == name);

    /// <summary>The key that a value without keys is meant for.</summary>
    public KeyShape? ShortFormFor(bool list) => Keys.FirstOrDefault(k => k.IsShortForm && k.Value is ListShape == list);
}

/// <summary>One key of an element.</summary>
internal sealed class KeyShape(PropertyInfo property)
{
    public string Name { get; } = SnakeCase.Of(property.Name);

    public PropertyInfo Property => property;

    public string Description { get; } = property.GetCustomAttribute<DescriptionAttribute>()!.Description;

    public ValueShape Value { get; } = ValueShape.Of(property);

    public bool IsRequired { get; } = property.IsDefined(typeof(RequiredMemberAttribute));

    /// <summary>The key that makes this one not required, or null.</summary>
    public string? Unless { get; } = property.GetCustomAttribute<UnlessAttribute>() is { } other ? SnakeCase.Of(other.Property) : null;

    public bool IsShortForm { get; } = property.IsDefined(typeof(ShortFormAttribute));
}
