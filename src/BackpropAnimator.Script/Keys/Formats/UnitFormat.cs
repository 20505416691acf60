using System.Globalization;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary><c>hidden[1]</c>: one unit by its layer's name and its number from 0.</summary>
internal sealed class UnitFormat : ScalarFormat
{
    /// <summary>What JSON Schema has to look for, within a larger pattern too.</summary>
    public const string Pattern = @"[a-z]+[0-9]*\[[0-9]+\]";

    public override string Expected => "a unit such as \"hidden[1]\"";

    public override object? Read(string text) => Parse(text.Trim());

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = $@"^\s*{Pattern}\s*$" };

    /// <summary>The unit that a text without blanks around it means, or null.</summary>
    public static UnitReference? Parse(string text)
    {
        var bracket = text.IndexOf('[', StringComparison.Ordinal);
        return bracket > 0 && text.EndsWith(']') && text[..bracket].All(char.IsAsciiLetterOrDigit)
            && int.TryParse(
                text.AsSpan(bracket + 1, text.Length - bracket - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var unit)
            ? new UnitReference(text[..bracket], unit)
            : null;
    }
}
