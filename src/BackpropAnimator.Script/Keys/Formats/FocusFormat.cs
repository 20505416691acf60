using System.Globalization;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary>A layer, a unit or a weight: what a phase looks at closely.</summary>
internal sealed class FocusFormat : ScalarFormat
{
    const string LayerPattern = "[a-z]+[0-9]*";

    static readonly EdgeFormat Edge = new();

    public override string Expected => "a layer, a unit or a weight, such as \"hidden\", \"hidden[1]\" or \"hidden[1] -> output[0]\"";

    public override object? Read(string text)
    {
        if (Edge.Read(text) is EdgeReference edge) return FocusReference.Of(edge);
        var name = text.Trim();
        if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var turn)) return FocusReference.Turn(turn);
        if (UnitFormat.Parse(name) is { } unit) return FocusReference.Of(unit);
        return name.Length > 0 && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            ? new FocusReference(name)
            : null;
    }

    public override JsonObject Schema() => new()
    {
        ["type"] = new JsonArray("string", "integer"),
        ["minimum"] = 0,
        ["pattern"] = $@"^\s*([0-9]+|{LayerPattern}|{UnitFormat.Pattern}(\s*->\s*{UnitFormat.Pattern})?)\s*$",
    };
}
