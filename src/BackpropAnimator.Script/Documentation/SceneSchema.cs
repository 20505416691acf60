using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BackpropAnimator.Script.Binding;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Documentation;
using BackpropAnimator.Script.Keys;
using BackpropAnimator.Script.Keys.Formats;
using BackpropAnimator.Script.Variants;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script;

/// <summary>
/// The JSON Schemas of scene and variants files, from the types that they are read into; editors complete and check with them.
/// </summary>
public static class SceneSchema
{
    /// <summary>The schema of scenes as text, in draft 7, which YAML editors know best.</summary>
    /// <param name="phases">The kinds of phases that a scene can have.</param>
    public static string ToJson(PhaseCatalog phases) => new SchemaWriter(phases).Document("BackpropAnimator scene", ElementShape.Scene);

    /// <summary>The same of variants files.</summary>
    public static string OfVariants() => new SchemaWriter(new([])).Document("BackpropAnimator variants", VariantsFile.Shape);
}

/// <summary>Writes the JSON Schema of what is read into a shape.</summary>
/// <param name="phases">The kinds of phases that a scene can have.</param>
internal sealed class SchemaWriter(PhaseCatalog phases)
{
    // The scene's letters are Greek; nothing here is ever put into a web page.
    static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What many keys take, told once.
    readonly JsonObject definitions = [];

    public string Document(string title, ElementShape shape)
    {
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        foreach (var (keyword, value) in Keys(shape, shape.Create())) schema[keyword] = value?.DeepClone();
        if (definitions.Count > 0) schema["definitions"] = definitions;
        return schema.ToJsonString(Readable) + "\n";
    }

    JsonObject Of(ValueShape shape) => shape switch
    {
        ScalarShape { Format: { Definition: { } name } format } => Shared(name, () => Scalar(format)),
        ScalarShape scalar => Scalar(scalar.Format),
        ListShape list => List(list),
        ElementShape { IsPartial: false } element =>
            Shared(SnakeCase.Of(element.Type.Name), () => Element(element, element.Create())),
        ElementShape changes => Element(changes, changes.Create()),
        PhaseShape => Phase(),
        FreeKeysShape => new() { ["type"] = "object" },
        _ => throw new NotSupportedException(shape.ToString()),
    };

    // In draft 7 what stands beside a reference means nothing, a key's description for one.
    JsonObject Shared(string name, Func<JsonObject> schema)
    {
        if (!definitions.ContainsKey(name)) definitions[name] = schema();
        return new() { ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = $"#/definitions/{name}" }) };
    }

    static JsonObject Scalar(ScalarFormat format) =>
        format.IsSpoken ? AnyOf(format.Schema(), ByLanguage(format.Schema())) : format.Schema();

    // One for each language.
    static JsonObject ByLanguage(JsonObject value) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["minProperties"] = 1,
        ["patternProperties"] = new JsonObject { [LanguageFormat.Pattern] = value },
    };

    JsonObject List(ListShape shape)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = Of(shape.Item) };
        if (shape.Count is { } count) (list["minItems"], list["maxItems"]) = (count.Min, count.Max);
        if (Translation.MayBeByLanguage(shape.Item))
            return shape.TakesOne
                ? AnyOf(Of(shape.Item), list, ByLanguage(AnyOf(Of(shape.Item), (JsonObject)list.DeepClone())))
                : AnyOf(list, ByLanguage((JsonObject)list.DeepClone()));
        return shape.TakesOne ? AnyOf(Of(shape.Item), list) : list;
    }

    /// <summary>Keys and values, or a short form of them.</summary>
    JsonObject Element(ElementShape shape, ScriptElement defaults, bool mayBeEmpty = false)
    {
        List<JsonObject> forms = [];
        if (mayBeEmpty) forms.Add(new() { ["type"] = "null" });
        foreach (var list in new[] { false, true })
            if (shape.ShortFormFor(list) is { } key && shape.Required.All(k => k == key)) forms.Add(Of(key.Value));
        forms.Add(Keys(shape, defaults));
        return forms is [var only] ? only : AnyOf([.. forms]);
    }

    JsonObject Keys(ElementShape shape, ScriptElement defaults)
    {
        var properties = new JsonObject();
        foreach (var key in shape.Keys)
        {
            var value = Of(key.Value);
            value["description"] = key.Description;
            if (!shape.IsPartial && DefaultValue.Of(key, defaults) is { } normal) value["default"] = normal;
            properties[key.Name] = value;
        }
        var keys = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = properties,
            ["patternProperties"] = new JsonObject { [$"^{Composer.AsidePrefix}"] = new JsonObject() },
        };
        var required = shape.Required.Where(k => k.Unless is null).Select(k => (JsonNode)k.Name).ToArray();
        if (required.Length > 0) keys["required"] = new JsonArray(required);
        if (shape.Required.FirstOrDefault(k => k.Unless is not null) is { } either)
            keys["anyOf"] = new JsonArray(Required(either.Name), Required(either.Unless!));
        return keys;
    }

    /// <summary>A kind alone, or a kind with its options. One object for all kinds: editors then offer every kind's name.</summary>
    JsonObject Phase()
    {
        var (names, kinds) = (new JsonArray(), new JsonObject());
        foreach (var kind in phases.All)
        {
            var mayBeAlone = !kind.Shape.Required.Any();
            if (mayBeAlone) names.Add(kind.Name);
            kinds[kind.Name] = Element(kind.Shape, kind.Defaults, mayBeEmpty: mayBeAlone);
            kinds[kind.Name]!["description"] = kind.Summary;
        }
        return AnyOf(
            new() { ["enum"] = names },
            new()
            {
                ["type"] = "object",
                ["additionalProperties"] = false,
                ["minProperties"] = 1,
                ["maxProperties"] = 1,
                ["properties"] = kinds,
            });
    }

    static JsonObject AnyOf(params JsonObject[] forms) => new() { ["anyOf"] = new JsonArray(forms) };

    static JsonObject Required(string key) => new() { ["required"] = new JsonArray(key) };
}
