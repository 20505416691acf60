using System.Globalization;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

internal sealed class WholeNumberFormat(LimitsAttribute? limits) : ScalarFormat
{
    public override string Expected => limits is null ? "a whole number" : $"a whole number {limits.InWords()}";

    public override bool IsNumber => true;

    public override object? Read(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && limits?.Contains(number) != false
            ? number
            : null;

    public override JsonNode Json(object value) => (int)value;

    public override JsonObject Schema() => limits.AddTo(new JsonObject { ["type"] = "integer" });
}
