using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary><c>true</c> or <c>false</c>, as YAML 1.2 has them, or in the other words that people and YAML 1.1 have for them.</summary>
internal sealed class FlagFormat : ScalarFormat
{
    static readonly ImmutableArray<string> Yes = ["true", "yes", "on"], No = ["false", "no", "off"];

    public override string Expected => "true or false";

    public override string? HintFor(string text) => text switch
    {
        "1" => "write true",
        "0" => "write false, or leave the key out",
        _ => null,
    };

    protected override object? OfFlag(bool flag, string text) => flag;

    protected override object? OfText(string text) =>
        Yes.Any(word => LooseName.IsSpelt(text, word)) ? true : No.Any(word => LooseName.IsSpelt(text, word)) ? false : null;

    public override string Write(object value) => value is true ? "true" : "false";

    public override JsonNode Json(object value) => (bool)value;

    public override JsonObject Schema() => AnyOf(
        new JsonObject { ["type"] = "boolean" }, TextSchema($"^(?:{string.Join('|', Yes.AddRange(No).Select(LooseName.Pattern))})$"));
}
