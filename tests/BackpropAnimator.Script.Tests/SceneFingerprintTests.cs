using BackpropAnimator.Lessons;

namespace BackpropAnimator.Script.Tests;

public sealed class SceneFingerprintTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("fingerprint-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static string Of(string text, params string[] overrides) => SceneFingerprint.Of(Scenes.Read(text, overrides));

    [Theory]
    [InlineData("title: A lesson", "# A comment\ntitle:   \"A lesson\"  # another")]
    [InlineData("  loss: half_squared_error\n  learning_rate: 0.5\n", "  learning_rate: 0.5\n\n  loss: half_squared_error\n")]
    [InlineData("loss: { duration: 5s }", "loss:\n      duration: 5s")]
    public void Comments_layout_and_the_order_of_keys_say_nothing(string old, string other) =>
        Assert.Equal(
            Of(Scenes.With("title: A lesson", "title: \"A lesson\"")),
            Of(Scenes.With("title: A lesson", "title: \"A lesson\"").Replace(old, other, StringComparison.Ordinal)));

    [Theory]
    [InlineData("title: A lesson", "title: A lessom")]
    [InlineData("layers: [3, 4, 2]", "layers: [3, 5, 2]")]
    [InlineData("- intro\n  - forward: 10s", "- intro: 2s\n  - forward: 10s")]
    [InlineData("- chain_rule\n  - weight_update", "- weight_update\n  - chain_rule")]
    public void Another_value_is_another_scene(string old, string other) => Assert.NotEqual(Of(Scenes.Good), Of(Scenes.With(old, other)));

    [Fact]
    public void An_override_counts_as_if_the_file_had_it()
    {
        Assert.NotEqual(Of(Scenes.Good), Of(Scenes.Good, "network.seed=8"));
        Assert.Equal(Of(Scenes.With("seed: 7", "seed: 8")), Of(Scenes.Good, "network.seed=8"));
    }

    [Fact]
    public void Other_data_in_a_file_that_the_scene_names_is_another_scene()
    {
        var scene = Path.Combine(folder, "scene.yaml");
        File.WriteAllText(scene, Scenes.With("title: A lesson", "data: { csv: rows.csv }"));

        string With(string rows)
        {
            File.WriteAllText(Path.Combine(folder, "rows.csv"), rows);
            return SceneFingerprint.Of(SceneReader.Read(scene, []).Scene!);
        }

        var before = With("a,b,c,d,e\n1,2,3,4,5\n");
        Assert.NotEqual(before, With("a,b,c,d,e\n1,2,3,4,6\n"));
        Assert.Equal(before, With("a,b,c,d,e\n1,2,3,4,5.0\n\n"));
    }
}
