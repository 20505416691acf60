using System.Globalization;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary><c>"#00E5FF"</c>.</summary>
internal sealed class ColorFormat : ScalarFormat
{
    public override string Expected => "a colour such as \"#00E5FF\"";

    public override object? Read(string text) =>
        text.Length == 7 && text[0] == '#'
            && uint.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? new RgbColor((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
            : null;

    public override string? HintFor(string text) =>
        text.Length == 0
            ? "a colour needs quotes: what follows a bare # is a comment"
            : "two hexadecimal digits each for red, green and blue";

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = "^#[0-9A-Fa-f]{6}$" };
}
