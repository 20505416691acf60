using System.Collections.Frozen;
using System.Drawing;
using System.Globalization;
using System.Text.Json.Nodes;
using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary><c>"#00E5FF"</c>, <c>"#0EF"</c> or a colour's name in CSS: <c>crimson</c>.</summary>
internal sealed class ColorFormat : ScalarFormat
{
    // CSS Color Module Level 4, §6.1; .NET has the same names, but for the British ones.
    static readonly FrozenDictionary<string, RgbColor> names = Enum.GetValues<KnownColor>().Select(Color.FromKnownColor)
        .Where(color => color is { IsSystemColor: false, A: byte.MaxValue })
        .SelectMany(color => new[] { color.Name, color.Name.Replace("Gray", "Grey", StringComparison.Ordinal) }.Distinct()
            .Select(name => KeyValuePair.Create(name.ToLowerInvariant(), new RgbColor(color.R, color.G, color.B))))
        .ToFrozenDictionary();

    static readonly string[] sorted = [.. names.Keys.Order(StringComparer.Ordinal)];

    public override string Expected => "a colour such as \"#00E5FF\" or red";

    public override string? Definition => "colour";

    protected override object? OfText(string text)
    {
        if (!text.StartsWith('#')) return names.TryGetValue(text.ToLowerInvariant(), out var named) ? named : null;
        var digits = text.Length == 4 ? string.Concat(text[1..].Select(digit => $"{digit}{digit}")) : text[1..];
        return digits.Length == 6 && uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? new RgbColor((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
            : null;
    }

    public override string? HintFor(string text) =>
        text.Length == 0 ? "a colour needs quotes: what follows a bare # is a comment"
        : text[0] != '#' && Nearest.To(text, [.. sorted]) is { } near ? $"did you mean '{near}'?"
        : "two hexadecimal digits each for red, green and blue, after a # and in quotes; or a colour's name in CSS";

    public override JsonObject Schema() => AnyOf(
        TextSchema("^#(?:[0-9A-Fa-f]{3}){1,2}$"), new JsonObject { ["enum"] = new JsonArray([.. sorted.Select(n => JsonValue.Create(n))]) },
        TextSchema($"^(?:{string.Join('|', sorted.Select(LooseName.Pattern))})$"));
}
