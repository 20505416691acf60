using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary>Seconds: <c>3s</c>, <c>1500ms</c>, <c>2.5</c>.</summary>
internal sealed class DurationFormat(LimitsAttribute? limits) : ScalarFormat
{
    public override string Expected => $"a duration such as 3s or 1500ms{(limits is null ? "" : ", " + limits.InWords(unit: " s"))}";

    public override object? Read(string text)
    {
        var (length, unit) =
            text.EndsWith("ms", StringComparison.Ordinal) ? (text.Length - 2, 1e-3)
            : text.EndsWith('s') ? (text.Length - 1, 1.0)
            : (text.Length, 1.0);
        return NumberFormat.Finite(text.AsSpan(0, length)) * unit is { } seconds && limits?.Contains(seconds) != false ? seconds : null;
    }

    public override string Write(object value) => FormattableString.Invariant($"{value}s");

    public override JsonObject Schema() => new()
    {
        ["oneOf"] = new JsonArray(
            limits.AddTo(new JsonObject { ["type"] = "number" }),
            new JsonObject { ["type"] = "string", ["pattern"] = @"^\+?[0-9]*\.?[0-9]+([eE][+-]?[0-9]+)?(ms|s)?$" }),
    };
}
