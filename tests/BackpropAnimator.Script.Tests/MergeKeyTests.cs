using BackpropAnimator.Lessons;

namespace BackpropAnimator.Script.Tests;

/// <summary>Keys that take over others (<c>&lt;&lt;</c>), and keys that only hold anchors (<c>x-…</c>).</summary>
public class MergeKeyTests
{
    [Fact]
    public void Merged_keys_give_way_to_the_mappings_own_and_to_earlier_ones()
    {
        var scene = Scenes.Read(Scenes.With("title: A lesson", """
            x-a: &a { seed: 3, loss: huber }
            x-b: &b { seed: 4, loss: mse, leaky_slope: 0.2 }
            """).Replace("  loss: half_squared_error\n", "", StringComparison.Ordinal)
                .Replace("seed: 7", "<<: [*a, *b]\n  activation: leaky_relu", StringComparison.Ordinal)
                .Replace("  activation: sigmoid\n", "", StringComparison.Ordinal));

        Assert.Equal((3, "huber", 0.2, 0.5), (
            scene.Network.Seed, scene.Network.Loss.Name, scene.Network.LeakySlope, scene.Network.LearningRate));
    }

    [Fact]
    public void Aliases_of_keys_set_aside_reach_phases_and_values()
    {
        var scene = Scenes.Read(Scenes.With("title: A lesson", """
            x-times:
              short: &short 1:30
              common: &common { duration: *short, caption: Step by step }
            """).Replace("- forward: 10s", "- forward: { <<: *common }", StringComparison.Ordinal)
                .Replace("{ duration: 5s }", "{ <<: *common, duration: 2 s, x-note: of the author }", StringComparison.Ordinal));

        Assert.Equal((90.0, "Step by step"), (scene.Phases[1].Duration, scene.Phases[1].Caption));
        Assert.Equal((2.0, "Step by step"), (scene.Phases[2].Duration, scene.Phases[2].Caption));
    }

    [Fact]
    public void Merged_keys_may_have_merged_keys_and_can_be_overridden()
    {
        const string text = "x-a: &a { seed: 5 }\nx-b: &b { <<: *a, layers: [2, 2, 1] }\nnetwork: { <<: *b }\ndata: xor\nphases: [intro]\n";

        Assert.Equal(5, Scenes.Read(text).Network.Seed);
        Assert.Equal(6, Scenes.Read(text, "network.seed=6").Network.Seed);
    }

    [Theory]
    [InlineData("<<: 5", "s.yaml:7:7: error: <<: expected keys and values, found '5'")]
    [InlineData("<<:", "s.yaml:7:6: error: <<: expected keys and values, found nothing")]
    [InlineData("<<: [{ seed: 7 }, [1]]", "s.yaml:7:21: error: <<: expected keys and values, found a list")]
    public void What_cannot_be_merged_is_refused(string line, string expected) => Scenes.AssertRefused(
        Scenes.With("seed: 7", line), expected, "  hint: for example <<: *a or <<: [*a, *b], with &a at keys");

    [Fact]
    public void Two_merge_keys_are_told_to_be_a_list() => Scenes.AssertRefused(
        Scenes.With("seed: 7", "<<: { seed: 7 }\n  <<: { seed: 8 }"),
        "s.yaml:8:3: error: duplicate key '<<'",
        "  hint: the first one is at s.yaml:7:3; one '<<' takes a list: <<: [*a, *b]");

    [Fact]
    public void In_quotes_they_are_keys_like_any_other()
    {
        var problems = Scenes.Parse(Scenes.With("seed: 7", "\"<<\": { seed: 7 }\n  \"x-a\": 1")).Diagnostics;

        Assert.Equal(["unknown key '<<' in network", "unknown key 'x-a' in network"], problems.Select(problem => problem.Message));
    }

    [Fact]
    public void An_override_cannot_write_what_is_set_aside() => Assert.Equal(
        "unknown key 'x-a' in the scene", Assert.Single(Scenes.Parse(Scenes.Good, "x-a=1").Diagnostics).Message);

    [Theory]
    // Each takes over all keys so far and has all of them below itself.
    [InlineData("a0: &a0 {{ k0: [x, x, x, x, x, x, x, x] }}", "a{0}: &a{0} {{ <<: *a{1}, k{0}: [*a{1}, *a{1}] }}", "250,000 values")]
    // Each is one level deeper than the one that it takes over.
    [InlineData("a0: &a0 {{ k: 1 }}", "a{0}: &a{0} {{ <<: {{ k: *a{1} }} }}", "deeper than 32 levels")]
    [InlineData("a0: &a0 {{ k: 1 }}", "a{0}: &a{0} {{ <<: [*a{1}, *a{1}, *a{1}, *a{1}, *a{1}, *a{1}], l{0}: *a{1} }}", "250,000 values")]
    public void Merging_cannot_blow_up(string first, string next, string limit)
    {
        var bomb = string.Concat(Enumerable.Range(0, 200).Select(i => "x-" + Line(i == 0 ? first : next, i) + "\n"));

        Assert.Contains(limit, Assert.Single(Scenes.Parse(bomb).Diagnostics).Message, StringComparison.Ordinal);

        static string Line(string form, int i) => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, i, i - 1);
    }

    [Fact]
    public void An_editors_schema_lets_keys_that_are_set_aside_pass_at_every_level()
    {
        var editor = new JsonSchemaValidator(SceneSchema.ToJson(PhaseModule.BuiltIn));

        Assert.True(editor.Accepts(Scenes.With("title: A lesson", "x-a: 1").Replace("seed: 7", "x-b: {}", StringComparison.Ordinal)));
        Assert.False(editor.Accepts(Scenes.With("title: A lesson", "y-a: 1")));
    }

    [Fact]
    public void Variants_files_have_them_too()
    {
        using var folder = new SceneFolder("layers: [2, 2, 1]");
        folder.Result("data: xor");
        folder.Write("v.yaml", "x-s: &s [1, 2]\nscene: s.yaml\nmatrix: { <<: { network.seed: *s }, x-note: no axis }\n");

        Assert.Equal(2, VariantsReader.Read([folder["v.yaml"]], [".mp4"]).Variants.Length);
    }
}
