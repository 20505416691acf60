using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BackpropAnimator.Script.Tests;

/// <summary>Holds YAML against a JSON Schema, as an editor does.</summary>
/// <param name="schema">The schema as text.</param>
sealed class JsonSchemaValidator(string schema)
{
    readonly JsonSchema compiled = JsonSchema.FromText(schema, new BuildOptions { Dialect = Dialect.Draft07 });

    /// <summary>Whether the first document of a YAML text is as the schema has it.</summary>
    public bool Accepts(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Accepts(Json(stream.Documents[0].RootNode));
    }

    /// <summary>Whether a value is as the schema has it.</summary>
    public bool Accepts(JsonNode? value) => compiled.Evaluate(JsonSerializer.SerializeToElement(value)).IsValid;

    /// <summary>A single value as a YAML editor's parser takes it: the core schema of YAML 1.2, written down again.</summary>
    public static JsonNode? Json(string text, bool quoted)
    {
        if (quoted) return text;
        if (text is "" or "~" or "null" or "Null" or "NULL") return null;
        if (text is "true" or "True" or "TRUE") return true;
        if (text is "false" or "False" or "FALSE") return false;
        if (InBase(16, "0x") is { } hexadecimal) return hexadecimal;
        if (InBase(8, "0o") is { } octal) return octal;
        // .inf and .nan have no place in JSON; what no limit lets through stands for them.
        if (text.TrimStart('+', '-').ToLowerInvariant() is ".inf" or ".nan" && text.Length <= 5) return double.MaxValue;
        const NumberStyles form = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text, form, CultureInfo.InvariantCulture, out var number)
            ? double.IsFinite(number) ? number : double.MaxValue
            : text;

        double? InBase(int radix, string mark) =>
            text.StartsWith(mark, StringComparison.Ordinal) && text[mark.Length..] is { Length: > 0 } digits
                && digits.All(digit => char.IsAsciiHexDigit(digit) && Convert.ToInt32($"{digit}", 16) < radix)
                ? digits.Aggregate(0.0, (sum, digit) => sum * radix + Convert.ToInt32($"{digit}", 16))
                : null;
    }

    static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping =>
            new JsonObject(mapping.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Json(c.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Json)]),
        YamlScalarNode scalar => Json(scalar.Value!, scalar.Style != ScalarStyle.Plain),
        _ => throw new NotSupportedException(),
    };
}
