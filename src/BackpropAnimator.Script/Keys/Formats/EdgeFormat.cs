using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary><c>h1.2 → o.1</c>: two units in neighbouring layers, the arrow also written <c>-></c>.</summary>
internal sealed class EdgeFormat : ScalarFormat
{
    static readonly string[] arrows = ["→", "->"];

    public override string Expected => "a weight such as h.2 → o.1";

    // It may go by a name, which is in some language.
    public override bool IsSpoken => true;

    protected override object? OfText(string text) =>
        text.Split(arrows, StringSplitOptions.TrimEntries) is [var from, var to] && UnitFormat.Parse(from) is { } a
            && UnitFormat.Parse(to) is { } b
            ? new EdgeReference(a, b)
            : null;

    public override string? HintFor(string text) => "two units and an arrow, → or ->; units count from 1, or have names";

    public override JsonObject Schema()
    {
        var arrow = $"(?:{string.Join('|', arrows)})";
        var unit = $@"(?:(?!{arrow})\s)*(?:(?!{arrow})\S)(?:(?!{arrow})[\s\S])*";
        return TextSchema($"^{unit}{arrow}{unit}$");
    }
}
