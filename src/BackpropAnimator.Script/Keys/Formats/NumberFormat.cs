using System.Globalization;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

internal sealed class NumberFormat(LimitsAttribute? limits) : ScalarFormat
{
    public override string Expected => limits is null ? "a number" : $"a number {limits.InWords()}";

    public override bool IsNumber => true;

    public override object? Read(string text) => Finite(text) is { } number && limits?.Contains(number) != false ? number : null;

    public override JsonNode Json(object value) => (double)value;

    public override JsonObject Schema() => limits.AddTo(new JsonObject { ["type"] = "number" });

    /// <summary>
    /// The number that a decimal form with or without exponent means; null for anything else, infinities and NaN included.
    /// </summary>
    public static double? Finite(ReadOnlySpan<char> text)
    {
        const NumberStyles form = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text, form, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }
}
