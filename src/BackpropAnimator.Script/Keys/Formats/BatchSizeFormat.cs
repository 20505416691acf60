using System.Globalization;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary><c>full</c>, <c>sample</c> or <c>16</c>.</summary>
internal sealed class BatchSizeFormat : ScalarFormat
{
    const string Full = "full", Sample = "sample";

    static readonly LimitsAttribute limits = new(1, 1_000_000);

    public override string Expected => $"{Full}, {Sample} or a whole number {limits.InWords()}";

    public override string? HintFor(string text) => NumberFormat.HintForNumber(text);

    protected override object? OfNumber(double number, string text) =>
        WholeNumberFormat.Of(number, limits) is { } samples ? new BatchSize(samples) : null;

    protected override object? OfText(string text) =>
        LooseName.IsSpelt(text, Full) ? BatchSize.Full : LooseName.IsSpelt(text, Sample) ? BatchSize.Sample : null;

    public override string Write(object value) => ((BatchSize)value).Samples switch
    {
        null => Full,
        1 => Sample,
        var samples => samples.Value.ToString(CultureInfo.InvariantCulture),
    };

    public override JsonNode Json(object value) => value is BatchSize { Samples: > 1 and var samples } ? samples : Write(value);

    public override JsonObject Schema() => AnyOf(
        new JsonObject { ["enum"] = new JsonArray(Full, Sample) },
        TextSchema($"^(?:{LooseName.Pattern(Full)}|{LooseName.Pattern(Sample)})$"),
        limits.AddTo(new JsonObject { ["type"] = "integer" }));
}
