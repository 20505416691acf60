using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace BackpropAnimator.Script.Tests;

/// <summary>Enough of JSON Schema draft 7 to hold the committed schema against scenes, as an editor would.</summary>
static class JsonSchemaValidator
{
    /// <summary>Whether the first document of a YAML text is as the schema has it.</summary>
    public static bool Accepts(JsonNode schema, string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Accepts(schema, Json(stream.Documents[0].RootNode));
    }

    static bool Accepts(JsonNode schema, JsonNode? value) =>
        schema.AsObject().All(keyword => Holds(keyword.Key, keyword.Value!, schema, value));

    static bool Holds(string keyword, JsonNode rule, JsonNode schema, JsonNode? value) => keyword switch
    {
        "type" => rule is JsonArray types ? types.Any(t => IsA(value, (string)t!)) : IsA(value, (string)rule!),
        "enum" => rule.AsArray().Any(choice => JsonNode.DeepEquals(choice, value)),
        "anyOf" => rule.AsArray().Any(form => Accepts(form!, value)),
        "oneOf" => rule.AsArray().Count(form => Accepts(form!, value)) == 1,
        "required" => value is not JsonObject keys || rule.AsArray().All(key => keys.ContainsKey((string)key!)),
        "properties" => value is not JsonObject keys || keys.All(k => rule[k.Key] is not { } property || Accepts(property, k.Value)),
        "additionalProperties" => value is not JsonObject keys || keys.All(k => schema["properties"]!.AsObject().ContainsKey(k.Key)),
        "minProperties" => value is not JsonObject keys || keys.Count >= (int)rule,
        "maxProperties" => value is not JsonObject keys || keys.Count <= (int)rule,
        "items" => value is not JsonArray items || items.All(item => Accepts(rule, item)),
        "minItems" => value is not JsonArray items || items.Count >= (int)rule,
        "maxItems" => value is not JsonArray items || items.Count <= (int)rule,
        "minimum" => Number(value) is not { } n || n >= (double)rule,
        "maximum" => Number(value) is not { } n || n <= (double)rule,
        "exclusiveMinimum" => Number(value) is not { } n || n > (double)rule,
        "exclusiveMaximum" => Number(value) is not { } n || n < (double)rule,
        "pattern" => !IsA(value, "string") || Regex.IsMatch((string)value!, (string)rule!),
        "maxLength" => !IsA(value, "string") || ((string)value!).Length <= (int)rule,
        "$schema" or "title" or "description" or "default" => true,
        _ => throw new NotSupportedException(keyword),
    };

    static bool IsA(JsonNode? value, string type) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value is JsonValue text && text.TryGetValue<string>(out _),
        "boolean" => value is JsonValue truth && truth.TryGetValue<bool>(out _),
        "number" => Number(value) is not null,
        "integer" => Number(value) is { } n && n == Math.Floor(n),
        _ => throw new NotSupportedException(type),
    };

    static double? Number(JsonNode? value) => value is JsonValue number && number.TryGetValue<double>(out var n) ? n : null;

    static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping =>
            new JsonObject(mapping.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Json(c.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Json)]),
        YamlScalarNode { Style: not YamlDotNet.Core.ScalarStyle.Plain } text => text.Value,
        YamlScalarNode { Value: "" or "~" or "null" } => null,
        YamlScalarNode { Value: "true" } => true,
        YamlScalarNode { Value: "false" } => false,
        YamlScalarNode scalar => double.TryParse(scalar.Value, out var number) && double.IsFinite(number) ? number : scalar.Value,
        _ => throw new NotSupportedException(),
    };
}
