using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary><c>h1.2 → o.1</c>: two units in neighbouring layers, the arrow also written <c>-></c>.</summary>
internal sealed class EdgeFormat : ScalarFormat
{
    static readonly ImmutableArray<string> Arrows = ["→", "->"];

    public override string Expected => "a weight such as h.2 → o.1";

    public override object? Read(string text)
    {
        foreach (var arrow in Arrows)
            if (text.Split(arrow) is [var from, var to])
                return UnitFormat.Parse(from.Trim()) is { } a && UnitFormat.Parse(to.Trim()) is { } b ? new EdgeReference(a, b) : null;
        return null;
    }

    public override string? HintFor(string text) => "two units and an arrow, → or ->; units count from 1, or have names";

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = @"\S\s*(->|→)\s*\S" };
}
