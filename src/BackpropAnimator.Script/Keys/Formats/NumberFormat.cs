using System.Globalization;
using System.Text.Json.Nodes;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary>A number as YAML has it, 1e-3 and 0x10 among them, or with the minus of a typeset page: −0.5.</summary>
internal sealed class NumberFormat(LimitsAttribute? limits) : ScalarFormat
{
    /// <summary>U+2212: what pages and papers have for a minus, and what is copied from them.</summary>
    const char Minus = '\u2212';

    public override string Expected => limits is null ? "a number" : $"a number {limits.InWords()}";

    public override NumberRange? Numbers => new(limits, IsWhole: false, Unit: "");

    public override string? HintFor(string text) => HintForNumber(text);

    public override JsonNode Json(object value) => (double)value;

    public override JsonObject Schema()
    {
        var number = limits.AddTo(new JsonObject { ["type"] = "number" });
        if (limits is { Min: >= 0 }) return number;
        var size = limits is null ? DecimalPattern.Any : DecimalPattern.UpTo((decimal)-limits.Min, orEqual: !limits.MoreThanMin);
        return AnyOf(number, TextSchema($"^{Minus}{size}$"));
    }

    protected override object? OfNumber(double number, string text) =>
        double.IsFinite(number) && limits?.Contains(number) != false ? number : null;

    // To YAML it is a text, of which the schema can tell the limits only where there is no exponent.
    protected override object? OfText(string text) =>
        limits is not { Min: >= 0 } && text is [Minus, .. var digits]
            && double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var size)
            ? OfNumber(-size, text)
            : null;

    /// <summary>
    /// The number that a decimal form with or without exponent means, its minus typed or typeset; null for anything else, infinities and
    /// NaN included.
    /// </summary>
    public static double? Finite(string text)
    {
        const NumberStyles form = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text.Replace(Minus, '-'), form, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;
    }

    /// <summary>What to do about a text that looks like a number and is none to YAML, or null.</summary>
    public static string? HintForNumber(string text)
    {
        if (CoreSchema.Number(text) is not null) return null;
        var plain = text.Replace(Minus, '-');
        if (plain != text && Finite(plain) is not null) return $"with a plain minus: {plain}";
        if (plain.Count(c => c == ',') == 1 && Finite(plain.Replace(',', '.')) is not null)
            return $"decimals have a point: {plain.Replace(',', '.')}";
        if (plain.EndsWith('%') && Finite(plain.TrimEnd('%', ' ')) is { } percent)
            return FormattableString.Invariant($"a share is a number such as {percent / 100}");
        var digits = plain.Replace("_", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal);
        return digits != plain && Finite(digits) is not null ? $"without separators: {digits}" : null;
    }
}
