using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary>A whole number however YAML has it: 16, 0x10, 1.6e1.</summary>
internal sealed class WholeNumberFormat : ScalarFormat
{
    readonly LimitsAttribute limits;

    /// <exception cref="NotSupportedException">The limits are beyond what an <see cref="int"/> holds, or below 0.</exception>
    public WholeNumberFormat(LimitsAttribute? limits)
    {
        if (limits is not { Min: >= 0, Max: <= int.MaxValue }) throw new NotSupportedException("a whole number has limits, from 0 on");
        this.limits = limits;
    }

    public override string Expected => $"a whole number {limits.InWords()}";

    public override NumberRange? Numbers => new(limits, IsWhole: true, Unit: "");

    public override string? HintFor(string text) => NumberFormat.HintForNumber(text);

    public override JsonNode Json(object value) => (int)value;

    public override JsonObject Schema() => limits.AddTo(new JsonObject { ["type"] = "integer" });

    protected override object? OfNumber(double number, string text) => Of(number, limits);

    protected override object? OfText(string text) => null;

    /// <summary>The whole number within limits that a number is; null for another.</summary>
    public static int? Of(double number, LimitsAttribute limits) =>
        double.IsInteger(number) && limits.Contains(number) ? (int)number : null;
}
