using System.Globalization;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary><c>full</c>, <c>sample</c> or <c>16</c>.</summary>
internal sealed class BatchSizeFormat : ScalarFormat
{
    const string Full = "full", Sample = "sample";

    static readonly LimitsAttribute limits = new(1, 1_000_000);

    public override string Expected => $"{Full}, {Sample} or a whole number {limits.InWords()}";

    public override object? Read(string text) => text switch
    {
        Full => BatchSize.Full,
        Sample => BatchSize.Sample,
        _ => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var samples) && limits.Contains(samples)
            ? new BatchSize(samples)
            : null,
    };

    public override string Write(object value) => ((BatchSize)value).Samples switch
    {
        null => Full,
        1 => Sample,
        var samples => samples.Value.ToString(CultureInfo.InvariantCulture),
    };

    public override JsonNode Json(object value) => value is BatchSize { Samples: > 1 and var samples } ? samples : Write(value);

    public override JsonObject Schema() => new()
    {
        ["oneOf"] = new JsonArray(
            new JsonObject { ["enum"] = new JsonArray(Full, Sample) }, limits.AddTo(new JsonObject { ["type"] = "integer" })),
    };
}
