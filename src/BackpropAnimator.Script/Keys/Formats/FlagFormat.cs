using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary><c>true</c> or <c>false</c>, as YAML 1.2 has them.</summary>
internal sealed class FlagFormat : ScalarFormat
{
    public override string Expected => "true or false";

    public override object? Read(string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    public override string? HintFor(string text) => text.ToUpperInvariant() switch
    {
        "YES" or "ON" or "TRUE" or "1" => "write true",
        "NO" or "OFF" or "FALSE" or "0" => "write false, or leave the key out",
        _ => null,
    };

    public override string Write(object value) => value is true ? "true" : "false";

    public override JsonNode Json(object value) => (bool)value;

    public override JsonObject Schema() => new() { ["type"] = "boolean" };
}
