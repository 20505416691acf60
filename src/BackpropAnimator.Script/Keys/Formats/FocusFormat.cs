using System.Globalization;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary>A layer, a unit or a weight: what a phase looks at closely.</summary>
internal sealed class FocusFormat : ScalarFormat
{
    static readonly EdgeFormat Edge = new();

    public override string Expected => "a layer, a unit or a weight, such as hidden, h.2 or h.2 → o.1";

    public override object? Read(string text)
    {
        if (Edge.Read(text) is EdgeReference edge) return new FocusReference(Edge: edge);
        var name = text.Trim();
        if (int.TryParse(name, CultureInfo.InvariantCulture, out var turn)) return turn >= 0 ? new FocusReference(Turn: turn) : null;
        return UnitFormat.Parse(name) is { } unit ? new FocusReference(unit) : null;
    }

    public override JsonObject Schema() => new()
    {
        ["type"] = new JsonArray("string", "integer"),
        ["minimum"] = 0,
        ["pattern"] = @"\S",
    };
}
