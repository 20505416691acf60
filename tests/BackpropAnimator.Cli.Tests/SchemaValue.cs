using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;

namespace BackpropAnimator.Cli.Tests;

/// <summary>Values as a JSON Schema allows them, small ones mostly, and each key as likely to be there as not.</summary>
/// <param name="ownValues">
/// What a key of a name and schema holds where that has to fit the rest of the scene; null to go by the schema.
/// </param>
sealed class SchemaValue(Func<string, JsonObject, Gen<JsonNode?>?> ownValues)
{
    // Longer lists, larger numbers and longer phases are of the same kind, and take their time.
    const int MostItems = 4, Widest = 40;
    const double Farthest = 3;

    // Of strings that have to look like something, by what their pattern begins with; no pattern takes any of them.
    static readonly string[] words =
        [
            "x", "A title", "2", "hidden1", "h1.2", "output.1", "x1 -> h1.1", "loss_after < loss_before", @"\frac{a}{b}", "#20C0FF", "1.5s",
            "400ms", "640x360", "30000/1001", "xor", "élan, ŵ", "",
        ];

    // Of definitions that many keys share, one generator.
    readonly Dictionary<JsonObject, Gen<JsonNode?>> made = new(ReferenceEqualityComparer.Instance);

    static readonly ConcurrentDictionary<string, string[]> wordsByPattern = [];

    public Gen<JsonNode?> Of(JsonObject schema)
    {
        if (!made.TryGetValue(schema, out var values)) made[schema] = values = Make(schema);
        return values;
    }

    Gen<JsonNode?> Make(JsonObject schema)
    {
        // Words beside a definition that several keys share.
        if (schema["allOf"] is JsonArray { Count: 1 } shared) return Of(shared[0]!.AsObject());
        if (schema["$ref"]?.GetValue<string>() is { } place)
            return Of(schema.Root["definitions"]![place["#/definitions/".Length..]]!.AsObject());
        if ((schema["anyOf"] ?? schema["oneOf"]) is JsonArray ways && schema["properties"] is null)
            return Gen.Frequency([.. ways.Where(way => HasWords(way!.AsObject()))
                .Select(way => (way!["properties"] is null ? 1 : 4, Of(way.AsObject())))]);
        if (schema["enum"] is JsonArray values) return OneOf([.. values.Select(value => value!.GetValue<string>())]);
        return schema["type"] switch
        {
            JsonArray types => Gen.OneOf([.. types.Select(type => OfType(type!.GetValue<string>(), schema))]),
            JsonValue type => OfType(type.GetValue<string>(), schema),
            _ => throw new NotSupportedException(schema.ToJsonString()),
        };
    }

    /// <summary>An object with some of its keys, or one of them where it may have no more.</summary>
    public Gen<JsonNode?> OfProperties(JsonObject schema)
    {
        // Keys of the author's own, such as languages.
        if (schema["properties"] is null)
            return Of(schema["patternProperties"]!.AsObject().First().Value!.AsObject())
                .Select(node => (JsonNode?)new JsonObject { ["en"] = node?.DeepClone() });
        if (schema["maxProperties"]?.GetValue<double>() == 1)
            return Gen.OneOf([.. schema["properties"]!.AsObject().Select(property =>
                Of(property.Value!.AsObject()).Select(node => (JsonNode?)new JsonObject { [property.Key] = node?.DeepClone() }))]);
        var required = schema["required"] is JsonArray names ? names.Select(name => name!.GetValue<string>()).ToHashSet() : [];
        var entries = schema["properties"]!.AsObject().Select(property => Entry(property.Key, property.Value!.AsObject()));
        return Together(entries).Select(present => (JsonNode?)new JsonObject(
            present.OfType<KeyValuePair<string, JsonNode?>>().Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone()))));

        Gen<KeyValuePair<string, JsonNode?>?> Entry(string name, JsonObject value)
        {
            var there = (ownValues(name, value) ?? Of(value)).Select(node => (KeyValuePair<string, JsonNode?>?)new(name, node));
            var absent = Gen.Const(default(KeyValuePair<string, JsonNode?>?));
            return required.Contains(name) ? there : Gen.Frequency((3, absent), (1, there));
        }
    }

    /// <summary>One of each, in their order.</summary>
    public static Gen<IReadOnlyList<T>> Together<T>(IEnumerable<Gen<T>> generators) => generators.Aggregate(
        Gen.Const((IReadOnlyList<T>)[]), (all, next) => Gen.Select(all, next, (list, item) => (IReadOnlyList<T>)[.. list, item]));

    Gen<JsonNode?> OfType(string type, JsonObject schema) => type switch
    {
        "null" => Gen.Const((JsonNode?)null),
        "boolean" => Gen.Bool.Select(value => (JsonNode?)JsonValue.Create(value)),
        "integer" => Gen.Int[(int)Low(schema, 0), (int)Math.Min(Low(schema, 0) + Widest, High(schema))]
            .Select(value => (JsonNode?)JsonValue.Create(value)),
        "number" => Gen.Double[Math.Max(Low(schema, -Farthest), -Farthest), Math.Min(High(schema), Math.Max(Low(schema, 0), 0) + Farthest)]
            .Select(value => (JsonNode?)JsonValue.Create(Math.Round(value, 2))),
        "string" => OneOf(Fitting(schema)),
        "array" => Of(schema["items"]!.AsObject()).Array[(int)(schema["minItems"]?.GetValue<double>() ?? 0), Math.Min(
                MostItems, (int)(schema["maxItems"]?.GetValue<double>() ?? MostItems))]
            .Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])),
        "object" => OfProperties(schema),
        _ => throw new NotSupportedException(type),
    };

    // Other spellings of a name are tried by themselves.
    static bool HasWords(JsonObject schema) =>
        schema["pattern"]?.GetValue<string>() is not { } pattern || WordsFor(pattern).Length > 0;

    static string[] Fitting(JsonObject schema) =>
        schema["pattern"]?.GetValue<string>() is { } pattern && WordsFor(pattern) is { Length: > 0 } fitting ? fitting : words;

    static string[] WordsFor(string pattern) =>
        wordsByPattern.GetOrAdd(pattern, static key => [.. words.Where(word => Regex.IsMatch(word, key))]);

    // A limit that is not allowed itself leaves out the hundredth next to it, to which numbers are rounded.
    static double Low(JsonObject schema, double otherwise) =>
        schema["minimum"]?.GetValue<double>() ?? schema["exclusiveMinimum"]?.GetValue<double>() + 0.01 ?? otherwise;

    static double High(JsonObject schema) =>
        schema["maximum"]?.GetValue<double>() ?? schema["exclusiveMaximum"]?.GetValue<double>() - 0.01 ?? int.MaxValue;

    static Gen<JsonNode?> OneOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => (JsonNode?)JsonValue.Create(texts[i]));
}
