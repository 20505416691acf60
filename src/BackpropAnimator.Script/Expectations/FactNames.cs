using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Script.Expectations;

/// <summary>The facts by their names in claims: those of the enumerations, in snake_case.</summary>
internal static class FactNames
{
    static readonly ImmutableDictionary<string, Enum> ByName =
        new[] { typeof(LessonFact), typeof(EpochFact), typeof(LayerFact), typeof(UnitFact), typeof(WeightFact) }
            .SelectMany(type => Enum.GetValues(type).Cast<Enum>())
            .ToImmutableDictionary(fact => SnakeCase.Of(fact.ToString()));

    public static ImmutableArray<string> All { get; } = [.. ByName.Keys.Append("abs").Order(StringComparer.Ordinal)];

    public static Enum? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>What a fact's name is followed by, as an example; null for one that stands alone.</summary>
    public static string? ArgumentOf(Enum fact) => fact switch
    {
        EpochFact => "an epoch in parentheses, such as loss(100)",
        LayerFact => $"a layer in parentheses, such as {SnakeCase.Of(fact.ToString())}(hidden)",
        UnitFact => $"a unit in parentheses, such as {SnakeCase.Of(fact.ToString())}(o.1)",
        WeightFact => $"a weight in parentheses, such as {SnakeCase.Of(fact.ToString())}(h.2 -> o.1)",
        _ => null,
    };
}
