using System.Collections.Immutable;
using System.Reflection;
using BackpropAnimator.Script.Keys.Formats;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Keys;

/// <summary>What stands at one place of a scene: a single value, a list, keys and values, or a phase.</summary>
internal abstract record ValueShape
{
    /// <summary>The shape of a property's value.</summary>
    public static ValueShape Of(PropertyInfo property) => Of(property.PropertyType, property, outermost: true);

    static ValueShape Of(Type declared, PropertyInfo property, bool outermost)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(PhaseOptions)) return new PhaseShape();
        if (type == typeof(MappingNode)) return new FreeKeysShape();
        if (typeof(ScriptElement).IsAssignableFrom(type))
            return new ElementShape(type, isPartial: outermost && property.IsDefined(typeof(OverridesAttribute)));
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(ImmutableArray<>))
            return new ScalarShape(ScalarFormat.For(type, property));

        var item = type.GetGenericArguments()[0];
        var list = (ListShape)Activator.CreateInstance(typeof(ListShape<>).MakeGenericType(item), Of(item, property, outermost: false))!;
        // Count and OneOrMany speak of the property's own list, not of the lists in it.
        return !outermost ? list : list with
        {
            Count = property.GetCustomAttribute<CountAttribute>(),
            OneOrMany = property.IsDefined(typeof(OneOrManyAttribute)),
        };
    }
}

internal sealed record ScalarShape(ScalarFormat Format) : ValueShape;

internal abstract record ListShape(ValueShape Item) : ValueShape
{
    public CountAttribute? Count { get; init; }
    public bool OneOrMany { get; init; }

    /// <summary>
    /// Whether a single value may stand for a list of it: where the key says so, and for any list of values that may be so short.
    /// </summary>
    public bool TakesOne => OneOrMany || (Item is ScalarShape && Count is null or { Min: <= 1 });

    /// <summary>The <see cref="ImmutableArray{T}"/> of items that were each read by <see cref="Item"/>.</summary>
    public abstract object Build(IReadOnlyCollection<object> items);

    /// <summary>Whether a list was never set, so that nothing may be asked of it.</summary>
    public abstract bool IsUnset(object list);
}

internal sealed record ListShape<T>(ValueShape Item) : ListShape(Item)
{
    public override object Build(IReadOnlyCollection<object> items) => items.Cast<T>().ToImmutableArray();

    public override bool IsUnset(object list) => ((ImmutableArray<T>)list).IsDefault;
}

/// <summary>One of a <see cref="PhaseCatalog"/>'s kinds.</summary>
internal sealed record PhaseShape : ValueShape;

/// <summary>Keys that are not known beforehand, taken as they are written.</summary>
internal sealed record FreeKeysShape : ValueShape;
