using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Cli.Output;

/// <summary>JSON for other programs, with Greek letters left as they are: it never goes into a web page.</summary>
internal static class Json
{
    static readonly JsonSerializerOptions Lines = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly JsonSerializerOptions Pages = new(Lines) { WriteIndented = true, NewLine = "\n" };

    /// <summary>On one line.</summary>
    public static string Line(JsonNode node) => node.ToJsonString(Lines);

    public static string Indented(JsonNode node) => node.ToJsonString(Pages);
}
