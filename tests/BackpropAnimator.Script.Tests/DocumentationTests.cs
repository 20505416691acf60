using System.Text.Json.Nodes;
using BackpropAnimator.Lessons;

namespace BackpropAnimator.Script.Tests;

public class DocumentationTests
{
    static readonly JsonNode Schema = JsonNode.Parse(SceneSchema.ToJson(PhaseModule.BuiltIn))!;
    static readonly JsonSchemaValidator Editor = new(SceneSchema.ToJson(PhaseModule.BuiltIn));

    [Theory]
    [InlineData("scene.schema.json")]
    [InlineData("variants.schema.json")]
    [InlineData("scene-reference.md")]
    [InlineData("phases.md")]
    public void The_committed_page_is_what_the_types_say(string name)
    {
        var page = name switch
        {
            "scene-reference.md" => SceneReference.ToMarkdown(PhaseModule.BuiltIn),
            "phases.md" => PhaseGallery.ToMarkdown(PhaseModule.BuiltIn),
            "variants.schema.json" => SceneSchema.OfVariants(),
            _ => SceneSchema.ToJson(PhaseModule.BuiltIn),
        };
        var file = Path.Combine(Repository.Root, "docs", name);

        // REFRESH_DOCS=1 ./test writes the pages anew; what changed is then seen in the commit.
        if (Environment.GetEnvironmentVariable("REFRESH_DOCS") == "1") File.WriteAllText(file, page);
        Assert.Equal(page, File.ReadAllText(file));
    }

    public static TheoryData<string> Kinds() => [.. PhaseModule.BuiltIn.All.Select(kind => kind.Name)];

    [Theory, MemberData(nameof(Kinds))]
    public void Every_phase_has_a_scene_that_shows_it_and_a_still_of_it(string kind)
    {
        var folder = Path.Combine("src/BackpropAnimator.Lessons/Phases", PhaseModule.BuiltIn.Find(kind)!.Folder);
        var scene = Path.Combine(Repository.Root, folder, kind + ".yaml");
        Assert.True(File.Exists(scene), $"{folder}/{kind}.yaml is missing: a small scene that shows the phase");
        Assert.Contains(SceneReader.Parse(File.ReadAllText(scene), scene, []).Scene!.Phases, phase => phase.Kind == kind);

        var still = new FileInfo(Path.Combine(Repository.Root, "docs", "phases", kind + ".jpg"));
        Assert.True(still.Exists, $"docs/phases/{kind}.jpg is missing: docs/refresh makes it");
        Assert.InRange(still.Length, 2_000, 30_000);
    }

    [Fact]
    public void The_schema_accepts_every_shipped_scene()
    {
        foreach (var file in Shipped.Scenes)
            Assert.True(Editor.Accepts(File.ReadAllText(file)), file);
    }

    [Fact]
    public void The_schema_of_variants_accepts_every_shipped_variants_file()
    {
        var editor = new JsonSchemaValidator(SceneSchema.OfVariants());
        foreach (var file in Shipped.VariantsFiles) Assert.True(editor.Accepts(File.ReadAllText(file)), file);
        Assert.False(editor.Accepts("scene: x.yaml\nmatrx: { network.seed: [1] }\n"));
    }

    [Fact]
    public void Every_shipped_file_names_its_schema_in_its_first_line()
    {
        foreach (var (file, name) in Shipped.Scenes.Select(s => (s, "scene.schema.json"))
            .Concat(Shipped.VariantsFiles.Select(v => (v, "variants.schema.json"))))
        {
            var schema = Path.GetRelativePath(Path.GetDirectoryName(file)!, Path.Combine(Repository.Root, "docs", name));
            Assert.Equal($"# yaml-language-server: $schema={schema.Replace('\\', '/')}", File.ReadLines(file).First());
        }
    }

    // Wherever the schema can tell, it and the reader must agree.
    [Theory]
    [InlineData(true, "title: A lesson", "title: 2024")]
    [InlineData(true, "title: A lesson", "theme: light")]
    [InlineData(true, "title: A lesson", "theme: { name: light, forward: \"#00E5FF\" }")]
    [InlineData(true, "title: A lesson", "theme: { name: chalkboard, colors: { forward: \"#00E5FF\", panel: navy } }")]
    [InlineData(false, "title: A lesson", "theme: { colors: { name: paper } }")]
    [InlineData(true, "title: A lesson", "video: 1280x720")]
    [InlineData(true, "title: A lesson", "video: { fps: 30000/1001, crf: 18, preset: slow }")]
    [InlineData(true, "title: A lesson", "expect: loss_after < 1")]
    [InlineData(true, "  layers: [3, 4, 2]", "  weights: [[[1, 2, 3]], [[4], [5]]]")]
    [InlineData(false, "  layers: [3, 4, 2]", "  weights: { order: upwards }")]
    [InlineData(false, "  layers: [3, 4, 2]", "  initialization: he")]
    [InlineData(true, "title: A lesson", "data: [{ input: [1, 2, 3], target: [1, 0] }]")]
    [InlineData(true, "activation: sigmoid", "activation: [relu, sigmoid]")]
    [InlineData(true, "seed: 7", "biases: [[0, 0, 0, 0], [1, 1]]")]
    [InlineData(true, "- forward: 10s", "- forward: 1500ms")]
    [InlineData(true, "- forward: 10s", "- forward: 2.5")]
    [InlineData(true, "- forward: 10s", "- forward:")]
    [InlineData(true, "- forward: 10s", "- forward: { focus: [1, 0], name: first }")]
    [InlineData(true, "- chain_rule", "- chain_rule: { edges: [\"hidden[1] -> output[0]\"] }")]
    [InlineData(true, "- outro", "- formula: { source: 'a = \\sigma(z)' }")]
    [InlineData(true, "- outro", "- formula: { source: a, steps: b, duration: 4s }")]
    [InlineData(true, "- outro", "- formula: { source: a, steps: [b, c] }")]
    [InlineData(false, "- outro", "- formula")]
    [InlineData(false, "- outro", "- formula:")]
    [InlineData(false, "- outro", "- formula: 5s")]
    [InlineData(false, "- outro", "- formula: { steps: [b] }")]
    [InlineData(false, "- outro", "- formula: { source: a, steps: [] }")]
    [InlineData(false, "title: A lesson", "titel: A lesson")]
    [InlineData(false, "title: A lesson", "theme: drak")]
    [InlineData(false, "title: A lesson", "theme: { forward: crimsn }")]
    [InlineData(true, "title: A lesson", "video: 1921x1081")]
    [InlineData(false, "title: A lesson", "video: { fps: 241 }")]
    [InlineData(false, "title: A lesson", "data: xnor")]
    [InlineData(false, "title: A lesson", "training: { epochs: 0 }")]
    [InlineData(false, "seed: 7", "seed: 1.5")]
    [InlineData(false, "seed: 7", "seed: '7'")]
    [InlineData(false, "seed: 7", "seed: -1")]
    [InlineData(false, "learning_rate: 0.5", "learning_rate: 0")]
    [InlineData(false, "[3, 4, 2]", "[3]")]
    [InlineData(false, "[3, 4, 2]", "[3, 0, 2]")]
    [InlineData(false, "activation: sigmoid", "activation: [sigmod]")]
    [InlineData(false, "- forward: 10s", "- forwards: 10s")]
    [InlineData(false, "- forward: 10s", "- forward: -10s")]
    [InlineData(false, "- forward: 10s", "- forward: 0")]
    [InlineData(false, "- forward: 10s", "- forward: { steps: 3 }")]
    [InlineData(false, "- forward: 10s", "- { forward: 10s, intro: 3s }")]
    [InlineData(false, "- outro", "- outro: { steps: 0 }")]
    [InlineData(false, "  target: [1, 0]\n", "")]
    [InlineData(false, "example:\n  input: [0.9, 0.1, 0.4]\n  target: [1, 0]\n", "")]
    public void The_schema_and_the_reader_agree(bool good, string old, string replacement)
    {
        var text = Scenes.With(old, replacement);

        Assert.Equal(good, Scenes.Parse(text).Scene is not null);
        Assert.Equal(good, Editor.Accepts(text));
    }

    [Fact]
    public void Every_key_of_the_schema_has_a_description()
    {
        var keys = Keys(Schema).ToList();

        Assert.True(keys.Count > 60, $"{keys.Count} keys");
        Assert.All(keys, key => Assert.False(string.IsNullOrEmpty((string?)key.Value!["description"]), key.Key));
    }

    [Fact]
    public void The_reference_has_every_phase_and_every_key()
    {
        var page = SceneReference.ToMarkdown(PhaseModule.BuiltIn);

        Assert.All(
            PhaseModule.BuiltIn.All,
            kind =>
                Assert.Contains(
                    $"### `{kind.Name}`\n\n{kind.Summary} Lasts {kind.Defaults.Duration} s by default", page, StringComparison.Ordinal));
        Assert.All(
            Keys(Schema).Where(k => PhaseModule.BuiltIn.All.All(kind => kind.Name != k.Key)),
            key => Assert.Contains($"| `{key.Key}` |", page, StringComparison.Ordinal));
    }

    static IEnumerable<KeyValuePair<string, JsonNode?>> Keys(JsonNode? node) => node switch
    {
        JsonObject schema => (schema["properties"] as JsonObject ?? []).Concat(schema.SelectMany(k => Keys(k.Value))),
        JsonArray list => list.SelectMany(Keys),
        _ => [],
    };
}
