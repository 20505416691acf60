using System.Globalization;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary>A layer, a unit or a weight: what a phase looks at closely.</summary>
internal sealed class FocusFormat : ScalarFormat
{
    static readonly EdgeFormat Edge = new();
    static readonly LimitsAttribute turns = new(0, int.MaxValue);

    public override string Expected => "a layer, a unit or a weight, such as hidden, h.2 or h.2 → o.1";

    // It may go by a name, which is in some language.
    public override bool IsSpoken => true;

    protected override object? OfNumber(double number, string text) =>
        WholeNumberFormat.Of(number, turns) is { } turn ? new FocusReference(Turn: turn) : null;

    protected override object? OfFlag(bool flag, string text) => OfText(text);

    protected override object? OfText(string text)
    {
        if (Edge.Read(text, quoted: true) is EdgeReference edge) return new FocusReference(Edge: edge);
        var name = text.Trim();
        if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var turn)) return new FocusReference(Turn: turn);
        return UnitFormat.Parse(name) is { } unit ? new FocusReference(unit) : null;
    }

    public override JsonObject Schema() =>
        AnyOf(TextSchema(@"\S", "string", "boolean"), turns.AddTo(new JsonObject { ["type"] = "integer" }));
}
