using System.Collections;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Keys;

namespace BackpropAnimator.Script.Binding;

/// <summary>
/// Checks each value of a scene that was built in code against what a file could say there. A problem's place is the value's path, such as
/// <c>phases[2].duration</c>.
/// </summary>
internal sealed class BuiltScene(PhaseCatalog phases, DiagnosticBag problems)
{
    /// <summary>The scene with the paths of its parts in the place of positions in a file, for whatever is found wrong with them.</summary>
    public static Scene Placed(Scene scene) => scene with
    {
        Position = SourcePosition.Whole("scene"),
        Network = scene.Network with
        {
            Position = SourcePosition.Whole("network"),
            Weights = scene.Network.Weights with { Position = SourcePosition.Whole("network.weights") },
        },
        Example = scene.Example is null ? scene.Example! : scene.Example with { Position = SourcePosition.Whole("example") },
        Data = scene.Data is null ? null : scene.Data with { Position = SourcePosition.Whole("data") },
        Phases = [.. scene.Phases.Select((phase, i) => phase with { Position = SourcePosition.Whole($"phases[{i}]") })],
    };

    public void Check(Scene scene) => Element(scene, ElementShape.Scene, "");

    void Element(ScriptElement element, ElementShape shape, string path)
    {
        // What is written as changes to something else is checked once it is whole.
        if (shape.IsPartial) return;
        var unset = shape.Keys.Any(key => key.Unless is not null) ? shape.Create() : null;
        foreach (var key in shape.Keys)
        {
            var (value, place) = (key.Property.GetValue(element), path.Length > 0 ? $"{path}.{key.Name}" : key.Name);
            if (value is null || (key.Value is ListShape list && list.IsUnset(value)))
                Missing(key, place, isReplaced: key.Unless is not null && IsSet(shape.Find(key.Unless)!));
            else Value(value, key.Value, place, mayBeEmpty: !key.IsRequired);
        }

        bool IsSet(KeyShape other) => !Equals(other.Property.GetValue(element), other.Property.GetValue(unset));
    }

    // An empty list stands for a key that is left out, where it may be.
    void Value(object value, ValueShape shape, string path, bool mayBeEmpty)
    {
        switch (shape)
        {
            case ScalarShape { Format: var format } when !format.Accepts(value):
                problems.Error(SourcePosition.Whole(path), $"expected {format.Expected}, found {format.Write(value)}");
                break;
            case ListShape list:
                Items([.. ((IEnumerable)value).Cast<object>()], list, path, mayBeEmpty);
                break;
            case ElementShape element:
                Element((ScriptElement)value, element, path);
                break;
            case PhaseShape:
                Phase((PhaseOptions)value, path);
                break;
        }
    }

    void Items(object[] items, ListShape list, string path, bool mayBeEmpty)
    {
        if (list.Count is { } count && (items.Length > count.Max || items.Length < count.Min) && !(mayBeEmpty && items.Length == 0))
            problems.Error(SourcePosition.Whole(path), $"expected {count.Min} to {count.Max} items, found {items.Length}");
        for (var i = 0; i < items.Length; i++) Value(items[i], list.Item, $"{path}[{i}]", mayBeEmpty: false);
    }

    void Phase(PhaseOptions options, string path)
    {
        if (phases.Find(options.Kind) is { } kind) Element(options, kind.Shape, path);
        else problems.Error(
            SourcePosition.Whole(path), $"no phase is called '{options.Kind}'", "add its class to the lesson: phases => phases.Add<…>()");
    }

    void Missing(KeyShape key, string place, bool isReplaced)
    {
        if (key.IsRequired && !isReplaced)
            problems.Error(SourcePosition.Whole(place), "this is missing", $"'{key.Name}': {key.Description}");
    }
}
