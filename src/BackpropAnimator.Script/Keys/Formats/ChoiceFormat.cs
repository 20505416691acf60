using System.Collections.Immutable;
using System.ComponentModel;
using System.Reflection;
using System.Text.Json.Nodes;
using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary>One of an enumeration's names, in snake_case.</summary>
internal sealed class ChoiceFormat(Type type) : ScalarFormat
{
    readonly ImmutableArray<string> names = [.. Enum.GetNames(type).Select(SnakeCase.Of)];

    public override string Expected => names.Length == 2 ? $"{names[0]} or {names[1]}" : $"one of {string.Join(", ", names)}";

    /// <summary>Each name with what it means, or null where the name says it all.</summary>
    public IEnumerable<(string Name, string? Meaning)> Choices =>
        Enum.GetNames(type).Select(n => (SnakeCase.Of(n), type.GetField(n)!.GetCustomAttribute<DescriptionAttribute>()?.Description));

    public override object? Read(string text) => names.IndexOf(text) is >= 0 and var i ? Enum.GetValues(type).GetValue(i) : null;

    public override string? HintFor(string text) => Nearest.To(text, names) is { } near ? $"did you mean '{near}'?" : null;

    public override string Write(object value) => SnakeCase.Of(value.ToString()!);

    public override JsonObject Schema() => new() { ["enum"] = new JsonArray([.. names.Select(n => JsonValue.Create(n))]) };
}
