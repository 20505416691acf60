using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Script.Keys;
using BackpropAnimator.Script.Keys.Formats;

namespace BackpropAnimator.Script.Editing;

/// <summary>A number of a scene that can be turned: a slider's label, range and value.</summary>
/// <param name="Path">Where it is written, as <see cref="SceneEditor"/> takes it: <c>phases[2].duration</c>.</param>
/// <param name="Label">The key in words: "learning rate"; of an item of a list with its number, from 1.</param>
/// <param name="Description">What the reference says of the key.</param>
/// <param name="Value">What it is in the scene; null where it is left out and follows from something else.</param>
/// <param name="Default">What it is where it is left out; null where it is required, or follows from something else.</param>
/// <param name="Limits">The range; null where any number may stand.</param>
/// <param name="Unit">What it counts, such as "s"; empty for plain numbers.</param>
/// <param name="IsWritten">Whether the scene's text has it.</param>
internal sealed record NumericKey(
    string Path, string Label, string Description, double? Value, double? Default, LimitsAttribute? Limits, bool IsWhole, string Unit,
    bool IsWritten);

/// <summary>The numbers of a scene, from the same descriptions that its schema and its reference are made of.</summary>
internal static class NumericKeys
{
    /// <summary>More items of a list than these are a table, not sliders.</summary>
    const int MostItems = 12;

    /// <summary>What every lesson turns on: the learning rate, the seed, and the example where the scene writes one.</summary>
    public static ImmutableArray<NumericKey> OfNetwork(Scene scene)
    {
        var network = new ElementShape(typeof(NetworkScript));
        string[] keys = [nameof(NetworkScript.LearningRate), nameof(NetworkScript.Seed)];
        var example = scene.Has(nameof(Scene.Example)) ? Of(scene.Example, new(typeof(ExampleScript)), "example") : [];
        return
        [
            .. network.Keys.Where(key => keys.Contains(key.Property.Name)).SelectMany(key => Of(scene.Network, network, key, "network")),
            .. example,
        ];
    }

    /// <summary>Every numeric option of a phase, its duration among them.</summary>
    /// <param name="phase">From 0.</param>
    public static ImmutableArray<NumericKey> OfPhase(Scene scene, int phase)
    {
        var options = scene.Phases[phase];
        return [.. Of(options, new(options.GetType()), FormattableString.Invariant($"phases[{phase}]"))];
    }

    static IEnumerable<NumericKey> Of(ScriptElement element, ElementShape shape, string path) =>
        shape.Keys.SelectMany(key => Of(element, shape, key, path));

    static IEnumerable<NumericKey> Of(ScriptElement element, ElementShape shape, KeyShape key, string path)
    {
        var (value, place) = (key.Property.GetValue(element), $"{path}.{key.Name}");
        var isWritten = element.Has(key.Property.Name);
        switch (key.Value)
        {
            case ScalarShape { Format.Numbers: { } range }:
                var normal = key.IsRequired || shape.IsPartial ? null : key.Property.GetValue(shape.Create());
                // Other elements are as the scene has them where they are left out; a phase's own default is in its class.
                isWritten |= element is PhaseOptions { WritesDuration: true } && key.Property.Name == nameof(PhaseOptions.Duration);
                yield return new(
                    place, LabelOf(key), key.Description, Number(value), Number(normal), range.Limits, range.IsWhole, range.Unit,
                    isWritten);
                break;
            case ListShape { Item: ScalarShape { Format.Numbers: { } range } } list when value is not null && !list.IsUnset(value):
                var items = ((IEnumerable)value).Cast<object>().ToList();
                if (items.Count > MostItems) break;
                for (var i = 0; i < items.Count; i++)
                    yield return new(
                        FormattableString.Invariant($"{place}[{i}]"), FormattableString.Invariant($"{OneOf(key)} {i + 1}"),
                        key.Description, Number(items[i]), null, range.Limits, range.IsWhole, range.Unit, isWritten);
                break;
            case ListShape { Item: ElementShape inner } list when value is not null && !list.IsUnset(value):
                var parts = ((IEnumerable)value).Cast<ScriptElement>().ToList();
                for (var i = 0; i < parts.Count; i++)
                    foreach (var found in Of(parts[i], inner, FormattableString.Invariant($"{place}[{i}]")))
                        yield return found with { Label = FormattableString.Invariant($"{OneOf(key)} {i + 1}: {found.Label}") };
                break;
            case ElementShape inner when value is ScriptElement part:
                foreach (var found in Of(part, inner, place)) yield return found with { Label = $"{LabelOf(key)}: {found.Label}" };
                break;
        }
    }

    static string LabelOf(KeyShape key) => key.Name.Replace('_', ' ');

    // One of "items" is an item.
    static string OneOf(KeyShape key) => LabelOf(key) is [.. var one, 's'] && !one.EndsWith('s') ? one : LabelOf(key);

    static double? Number(object? value) => value is null ? null : Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
