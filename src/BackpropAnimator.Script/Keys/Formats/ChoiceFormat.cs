using System.Collections.Immutable;
using System.ComponentModel;
using System.Reflection;
using System.Text.Json.Nodes;
using BackpropAnimator.Network;
using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary>One of several values that have names.</summary>
internal sealed class ChoiceFormat(ImmutableArray<Choice> choices) : ScalarFormat
{
    readonly ImmutableArray<string> names = [.. choices.Select(choice => choice.Name)];

    readonly ImmutableArray<string> allNames = [.. choices.SelectMany(choice => choice.OtherNames.Prepend(choice.Name))];

    public ImmutableArray<Choice> Choices => choices;

    public override string Expected => names.Length == 2 ? $"{names[0]} or {names[1]}" : $"one of {string.Join(", ", names)}";

    /// <summary>One of an enumeration's names, in snake_case.</summary>
    public static ChoiceFormat Of(Type enumeration) => new(
    [
        .. Enum.GetValues(enumeration).Cast<Enum>()
            .Select(value => new Choice(SnakeCase.Of(value.ToString()), MeaningOf(value), value, OtherNamesOf(value))),
    ]);

    /// <summary>One of a catalogue's members.</summary>
    public static ChoiceFormat Of(IEnumerable<ICatalogued> catalogue) =>
        new([.. catalogue.Select(member => new Choice(member.Name, member.Description, member, member.OtherNames))]);

    protected override object? OfText(string text) =>
        choices.FirstOrDefault(choice => choice.Name == text) is { } same ? same.Value
        : choices.FirstOrDefault(choice => choice.OtherNames.Prepend(choice.Name).Any(name => LooseName.IsSpelt(text, name)))?.Value;

    public override string? HintFor(string text) => Nearest.To(text, allNames) is { } near ? $"did you mean '{near}'?" : null;

    public override string Write(object value) => choices.First(choice => choice.Value.Equals(value)).Name;

    public override JsonObject Schema() => AnyOf(
        new JsonObject { ["enum"] = new JsonArray([.. names.Select(n => JsonValue.Create(n))]) },
        TextSchema($"^(?:{string.Join('|', choices.SelectMany(c => c.OtherNames.Prepend(c.Name)).Select(LooseName.Pattern))})$"));

    static string? MeaningOf(Enum value) => FieldOf(value).GetCustomAttribute<DescriptionAttribute>()?.Description;

    static ImmutableArray<string> OtherNamesOf(Enum value) =>
        FieldOf(value).GetCustomAttribute<AlsoCalledAttribute>() is { } other ? [other.Name] : [];

    static FieldInfo FieldOf(Enum value) => value.GetType().GetField(value.ToString())!;
}

/// <summary>A value that has a name.</summary>
/// <param name="Meaning">What it means; null where the name says it all.</param>
/// <param name="OtherNames">What else it is called, in snake_case.</param>
internal sealed record Choice(string Name, string? Meaning, object Value, ImmutableArray<string> OtherNames);
