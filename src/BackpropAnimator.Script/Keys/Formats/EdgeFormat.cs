using System.Globalization;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary><c>hidden[1] -> output[0]</c>: two units in neighbouring layers, counted from 0.</summary>
internal sealed class EdgeFormat : ScalarFormat
{
    public override string Expected => "a weight such as \"hidden[1] -> output[0]\"";

    public override object? Read(string text)
    {
        var arrow = text.IndexOf("->", StringComparison.Ordinal);
        return arrow > 0 && Unit(text[..arrow].Trim()) is { } from && Unit(text[(arrow + 2)..].Trim()) is { } to
            ? new EdgeReference(from, to)
            : null;
    }

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = @"^\s*[a-z]+[0-9]*\[[0-9]+\]\s*->\s*[a-z]+[0-9]*\[[0-9]+\]\s*$" };

    static UnitReference? Unit(string text)
    {
        var bracket = text.IndexOf('[', StringComparison.Ordinal);
        return bracket > 0 && text.EndsWith(']') && text[..bracket].All(char.IsAsciiLetterOrDigit)
            && int.TryParse(text.AsSpan(bracket + 1, text.Length - bracket - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var unit)
            ? new UnitReference(text[..bracket], unit)
            : null;
    }
}
