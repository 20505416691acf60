using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using BackpropAnimator.Script.Keys;
using BackpropAnimator.Script.Keys.Formats;

namespace BackpropAnimator.Script;

/// <summary>A text of a scene that lessons show.</summary>
/// <param name="Key">The key that it is under.</param>
/// <param name="PositionAt">Where a character of it is written, by its offset.</param>
public sealed record SceneText(string Text, string Key, Func<int, SourcePosition> PositionAt)
{
    /// <summary>What stands after each backslash of it where YAML reads escapes: between double quotes.</summary>
    public ImmutableArray<string> Escapes { get; init; } = [];

    /// <summary>Whether it may hold formulas and emphasis.</summary>
    public bool IsInline { get; init; }
}

/// <summary>
/// All texts of a scene that lessons show, read off the properties of its parts: a key that is added is among them, unless it says that it
/// is <see cref="NotWordsAttribute">no words</see>.
/// </summary>
public static class SceneTexts
{
    /// <summary>In the order of the records; a text that is left out has its default, at the place of what it would be in.</summary>
    public static IEnumerable<SceneText> In(ScriptElement element)
    {
        foreach (var key in new ElementShape(element.GetType()).Keys)
        {
            if (key.Property.IsDefined(typeof(NotWordsAttribute))) continue;
            if (key.Property.GetValue(element) is not { } value) continue;
            foreach (var text in In(element, key, value)) yield return text;
        }
    }

    static IEnumerable<SceneText> In(ScriptElement element, KeyShape key, object value) => (key.Value, value) switch
    {
        (_, ScriptElement part) => In(part),
        (ScalarShape { Format: TextFormat }, string text) => [TextOf(element, key, text)],
        (ListShape { Item: ScalarShape { Format: TextFormat } } list, IEnumerable texts) when !list.IsUnset(value) =>
            texts.Cast<string>().Select((text, i) => TextOf(element, key, text, i)),
        (ListShape { Item: ElementShape or PhaseShape } list, IEnumerable parts) when !list.IsUnset(value) =>
            parts.Cast<ScriptElement>().SelectMany(In),
        _ => [],
    };

    static SceneText TextOf(ScriptElement element, KeyShape key, string text, params int[] indices) =>
        new(text, key.Name, offset => element.PositionIn(key.Property.Name, offset, indices))
        {
            Escapes = element.EscapesIn(key.Property.Name, indices),
            IsInline = key.Property.IsDefined(typeof(InlineAttribute)),
        };
}
