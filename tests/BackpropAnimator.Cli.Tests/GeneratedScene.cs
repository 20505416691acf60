using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using CsCheck;

namespace BackpropAnimator.Cli.Tests;

/// <summary>
/// Scenes of every phase and key that the schema knows. Numbers of units, rows and weights fit one another, or few scenes would get as far
/// as a lesson; all else is left to chance.
/// </summary>
static class GeneratedScene
{
    static readonly JsonSerializerOptions readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A file with sound that belongs beside them.</summary>
    public const string Recording = "take.wav";

    /// <summary>What they are made by.</summary>
    public static JsonObject Schema { get; } = JsonNode.Parse(SceneSchema.ToJson(PhaseModule.BuiltIn))!.AsObject();

    public static Gen<string> Texts { get; } = Gen.Int[1, 5].Array[2, 4].SelectMany(Of).Select(Written);

    // What a scene of these layers may hold; with phases that have data to train on, or without.
    static Gen<JsonObject> Of(int[] layers)
    {
        var (inputs, outputs) = (layers[0], layers[^1]);
        SchemaValue? value = null;
        value = new((name, schema) => name switch
        {
            "layers" => Gen.Const((JsonNode?)Numbers(layers)),
            "input" => Row(inputs),
            "target" => Row(outputs),
            "inputs" => Gen.Frequency((3, Gen.Const((JsonNode?)Names(inputs))), (1, value!.Of(schema))),
            "classes" => Gen.Frequency((3, Gen.Const((JsonNode?)Names(outputs))), (1, value!.Of(schema))),
            "biases" => Rows(layers.Skip(1)),
            "weights" => Gen.Frequency((3, Matrices(layers)), (1, value!.Of(schema))),
            "language" => Gen.Const((JsonNode?)JsonValue.Create("en")),
            // What leaves the scene a lesson, mostly.
            "say" => Mostly(value!.Of(schema), JsonValue.Create("So it goes on.")),
            "voice" => Mostly(value!.Of(schema), new JsonObject { ["engine"] = "espeak-ng" }),
            "captions" => Mostly(value!.Of(schema), new JsonArray(new JsonObject { ["at"] = "20%", ["text"] = "So it goes on." })),
            "notes" => Mostly(value!.Of(schema), new JsonArray()),
            // A recording, which is there.
            "file" => Gen.Frequency((3, Gen.Const((JsonNode?)JsonValue.Create(Recording))), (1, value!.Of(schema))),
            // What a training takes its time by.
            "epochs" => Gen.Int[1, 30].Select(epochs => (JsonNode?)JsonValue.Create(epochs)),
            _ => null,
        });
        var properties = Schema["properties"]!.AsObject();
        var phases = value.Of(properties["phases"]!["items"]!.AsObject()).Array[1, 3];
        // Most phases come after these, in this order.
        var before = Gen.Int[0, 3].Select(count => new[] { "forward", "loss", "backward" }[..count]);
        var parts = Gen.Select(value.OfProperties(Schema), value.Of(properties["example"]!.AsObject()));
        return Gen.Select(parts, before, phases, (made, first, shown) =>
        {
            var all = made.Item1!.AsObject();
            if (all["data"] is null) all["example"] ??= made.Item2!.DeepClone();
            all["network"]!["layers"] ??= Numbers(layers);
            foreach (var key in new[] { "phases", "use" }) all.Remove(key);
            all["phases"] = new JsonArray(
                [.. first.Select(name => (JsonNode?)new JsonObject { [name] = 1 }), .. shown.Select(phase => phase?.DeepClone())]);
            return all;
        });
    }

    static Gen<JsonNode?> Mostly(Gen<JsonNode?> any, JsonNode usual) => Gen.Frequency((4, Gen.Const((JsonNode?)usual)), (1, any));

    static JsonArray Names(int count) => new([.. Enumerable.Range(1, count).Select(n => (JsonNode?)JsonValue.Create($"name {n}"))]);

    static Gen<JsonNode?> Row(int count) => Gen.Int[0, 10].Array[count].Select(tenths => (JsonNode?)Numbers(tenths.Select(n => n / 10.0)));

    static Gen<JsonNode?> Matrices(int[] layers) =>
        SchemaValue.Together(layers.Skip(1).Zip(layers, (units, inputs) => Rows(Enumerable.Repeat(inputs, units))))
            .Select(matrices => (JsonNode?)new JsonArray([.. matrices.Select(matrix => matrix!.DeepClone())]));

    static Gen<JsonNode?> Rows(IEnumerable<int> lengths) => SchemaValue.Together(lengths.Select(Row))
        .Select(rows => (JsonNode?)new JsonArray([.. rows.Select(row => row!.DeepClone())]));

    static JsonArray Numbers<T>(IEnumerable<T> numbers) => new([.. numbers.Select(n => (JsonNode?)JsonValue.Create(n))]);

    // JSON is YAML: a line for each key and each phase.
    static string Written(JsonObject scene) => string.Concat(scene.Select(entry => entry.Key == "phases"
        ? $"phases:\n{string.Concat(entry.Value!.AsArray().Select(phase => $"  - {Line(phase)}\n"))}"
        : $"{entry.Key}: {Line(entry.Value)}\n"));

    static string Line(JsonNode? node) => node?.ToJsonString(readable) ?? "null";
}
