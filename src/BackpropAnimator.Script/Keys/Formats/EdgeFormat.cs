using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary><c>hidden[1] -> output[0]</c>: two units in neighbouring layers, counted from 0.</summary>
internal sealed class EdgeFormat : ScalarFormat
{
    public override string Expected => "a weight such as \"hidden[1] -> output[0]\"";

    public override object? Read(string text)
    {
        var arrow = text.IndexOf("->", StringComparison.Ordinal);
        return arrow > 0 && UnitFormat.Parse(text[..arrow].Trim()) is { } from && UnitFormat.Parse(text[(arrow + 2)..].Trim()) is { } to
            ? new EdgeReference(from, to)
            : null;
    }

    public override JsonObject Schema() => new()
    {
        ["type"] = "string",
        ["pattern"] = $@"^\s*{UnitFormat.Pattern}\s*->\s*{UnitFormat.Pattern}\s*$",
    };
}
