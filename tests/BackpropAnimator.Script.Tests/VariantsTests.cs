using System.Collections.Immutable;
using BackpropAnimator.Lessons;
using BackpropAnimator.Network;

namespace BackpropAnimator.Script.Tests;

public sealed class VariantsTests : IDisposable
{
    const string Matrix = """
        scene: lesson.yaml
        output: variants/{name}.mp4
        matrix:
          network.activation: [sigmoid, tanh, relu]
          video: [{ size: 1920x1080 }, { size: 1080x1920 }]

        """;

    // What the names of videos end in.
    static readonly string[] Videos = [".mp4", ".webm"];

    readonly string folder = Directory.CreateTempSubdirectory("variants-tests-").FullName;

    public VariantsTests() => Write("lesson.yaml", Scenes.Good);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
        File.WriteAllText(Path.Combine(folder, name), text);
        return Path.Combine(folder, name);
    }

    ImmutableArray<Variant> Read(string text)
    {
        var result = VariantsReader.Read([Write("v.yaml", text)], Videos);
        Assert.Equal([], result.Diagnostics.Select(d => d.ToString()));
        return result.Variants;
    }

    ImmutableArray<Variant> ReadTable(string text) =>
        Good(VariantsReader.Read([Path.Combine(folder, "lesson.yaml")], Videos, Write("rows.csv", text)));

    static ImmutableArray<Variant> Good(VariantsResult result)
    {
        Assert.Equal([], result.Diagnostics.Select(d => d.ToString()));
        return result.Variants;
    }

    static Scene SceneOf(Variant variant)
    {
        var result = SceneReader.Read(variant, []);
        Assert.Equal([], result.Diagnostics.Select(d => d.ToString()));
        return result.Scene!;
    }

    void AssertRefused(string text, params string[] lines) => AssertRefused(VariantsReader.Read([Write("v.yaml", text)], Videos), lines);

    void AssertRefused(VariantsResult result, params string[] lines)
    {
        Assert.Equal(string.Join('\n', lines), Scenes.Lines(result.Diagnostics).Replace(folder + "/", "", StringComparison.Ordinal));
        Assert.True(result.HasErrors);
    }

    [Fact]
    public void A_matrix_makes_every_combination_the_last_path_changing_fastest()
    {
        var variants = Read(Matrix);

        Assert.Equal(
            ["sigmoid-1920x1080", "sigmoid-1080x1920", "tanh-1920x1080", "tanh-1080x1920", "relu-1920x1080", "relu-1080x1920"],
            variants.Select(v => v.Name));
        Assert.Equal([("network.activation", "tanh"), ("video.size", "1080x1920")], variants[3].Settings);
        Assert.Equal(Path.Combine(folder, "variants/tanh-1080x1920.mp4"), variants[3].Output);
        Assert.All(variants, v => Assert.Equal(Path.Combine(folder, "lesson.yaml"), v.Scene));
    }

    [Fact]
    public void A_variants_scene_has_its_changes_and_keeps_all_else()
    {
        Write("lesson.yaml", Scenes.With("title: A lesson", "title: A lesson\nvideo: { fps: 24 }"));

        var scene = SceneOf(Read(Matrix)[3]);

        Assert.Equal([new Tanh()], scene.Network.Activation.ToArray());
        Assert.Equal((new FrameSize(1080, 1920), "24/1", 7), (scene.Video.Size, scene.Video.Fps.ToString(), scene.Network.Seed));
    }

    [Fact]
    public void A_combination_with_all_values_of_an_exclusion_is_left_out() => Assert.Equal(
        ["sigmoid-1920x1080", "sigmoid-1080x1920", "tanh-1920x1080", "relu-1920x1080"],
        Read(Matrix
            + "exclude:\n  - { network.activation: relu, video.size: 1080x1920 }\n  - { video: { size: 1080x1920 }, network.activation: " +
                "tanh }\n").Select(v => v.Name));

    [Fact]
    public void An_exclusion_of_one_value_leaves_out_all_combinations_that_have_it() =>
        Assert.Equal(
            ["tanh-1920x1080", "relu-1920x1080"],
            Read(Matrix + "exclude: [{ network.activation: sigmoid }, { video.size: 1080x1920 }]\n").Select(v => v.Name));

    [Fact]
    public void Numbers_are_excluded_by_their_size_and_not_by_their_letters() =>
        Assert.Equal(
            ["learning_rate-0.1"],
            Read("scene: lesson.yaml\nmatrix: { network.learning_rate: [0.1, 0.5] }\nexclude: [{ network.learning_rate: 5e-1 }]\n")
                .Select(v => v.Name));

    [Fact]
    public void An_included_variant_stands_beside_the_matrix_with_its_own_changes_alone()
    {
        var variant = Read(Matrix + "include: [{ name: slow, set: { phases.backward.duration: 24s } }]\n")[^1];

        Assert.Equal(
            ("slow", "phases.backward.duration", "24s"), (variant.Name, variant.Settings.Single().Path, variant.Settings.Single().Value));
        Assert.Equal(24, SceneOf(variant).Phases[3].Duration);
    }

    [Fact]
    public void Included_variants_need_no_matrix_and_no_changes() =>
        Assert.Equal(
            ["plain", "seed-3"],
            Read("scene: lesson.yaml\ninclude: [{ name: plain }, { set: { network.seed: 3 } }]\n").Select(v => v.Name));

    [Theory]
    [InlineData("network.seed: [3]", "seed-3")]
    [InlineData("network.learning_rate: [0.05]", "learning_rate-0.05")]
    [InlineData("example.input: [[-1, 0.5, 2]]", "input-1-0.5-2")]
    [InlineData("\"example.input[0]\": [-1]", "input0-minus1")]
    [InlineData("network.layers: [[3, 8, 2]]", "layers-3-8-2")]
    [InlineData("network.activation: [[relu, sigmoid]]", "relu-sigmoid")]
    [InlineData("network.loss: [mean_squared_error]", "mean_squared_error")]
    [InlineData("phases.backward.duration: [24s]", "backward-24s")]
    [InlineData("\"phases[1].duration\": [24s]", "phase1-24s")]
    [InlineData("video: [{ size: 720x1280, fps: 25 }]", "720x1280-fps-25")]
    [InlineData("title: [\"Lan truyền ngược — Dòng chảy gradient\"]", "Lan-truyền-ngược-Dòng-chảy-gradient")]
    [InlineData("title: [\"../../etc/passwd\"]", "title-etc-passwd")]
    [InlineData("title: [\"-y; $(rm -rf) %d 'x' \\\\ : *\"]", "title-y-rm-rf-d-x")]
    [InlineData("title: [\"NUL.txt\"]", "_NUL.txt")]
    [InlineData("title: [\"a...b\"]", "a.b")]
    [InlineData("title: [\"\\uD83D\\uDE00\"]", "title")]
    public void A_name_says_what_is_set_and_fits_any_file_system(string axis, string name) =>
        Assert.Equal(name, Read($"scene: lesson.yaml\nmatrix: {{ {axis} }}\n").Single().Name);

    [Fact]
    public void A_long_name_is_cut()
    {
        var variant = Read($"scene: lesson.yaml\ninclude: [{{ name: {new string('ü', 300)} }}]\n").Single();

        Assert.Equal(new string('ü', 56), variant.Name);
    }

    [Fact]
    public void No_two_names_are_the_same_whatever_the_case()
    {
        var names = Read("scene: lesson.yaml\nmatrix: { title: [One!, one, One?] }\ninclude: [{ name: ONE }]\n").Select(v => v.Name);

        Assert.Equal(["One-2", "one-3", "One-4", "ONE"], names);
    }

    [Fact]
    public void Several_scenes_are_varied_alike_and_tell_themselves_by_name()
    {
        Write("other.yaml", Scenes.Good);

        var variants = Read("scene: [lesson.yaml, other.yaml]\noutput: \"{scene}/{name}.mp4\"\nmatrix: { network.seed: [1, 2] " +
            "}\ninclude: [{ name: slow }]\n");

        Assert.Equal(
            ["lesson-seed-1", "lesson-seed-2", "lesson-slow", "other-seed-1", "other-seed-2", "other-slow"], variants.Select(v => v.Name));
        Assert.Equal(Path.Combine(folder, "other/other-seed-1.mp4"), variants[3].Output);
    }

    [Fact]
    public void Scenes_by_themselves_are_one_video_each()
    {
        var variants = Good(VariantsReader.Read(
            [Path.Combine(folder, "lesson.yaml"), Write("b/lesson.yaml", Scenes.Good), Write("other.yaml", Scenes.Good)], Videos));

        Assert.Equal(["output/lesson.mp4", "output/lesson-2.mp4", "output/other.mp4"], variants.Select(v => v.Output));
        Assert.All(variants, v => Assert.Empty(v.Settings));
    }

    [Fact]
    public void A_table_makes_a_variant_of_each_row()
    {
        var variants = ReadTable(
            "name,network.seed,title,phases.backward.duration,network.layers\nfirst,3,\"Slow, and calm\",24s,\n,4,,,\"[3, 5, 2]\"\n\n");

        Assert.Equal(["first", "seed-4-layers-3-5-2"], variants.Select(v => v.Name));
        var (first, second) = (SceneOf(variants[0]), SceneOf(variants[1]));
        Assert.Equal((3, "Slow, and calm", 24.0), (first.Network.Seed, first.Title, first.Phases[3].Duration));
        Assert.Equal((4, "A lesson", 16.0), (second.Network.Seed, second.Title, second.Phases[3].Duration));
        Assert.Equal([3, 5, 2], second.Network.Layers.ToArray());
        Assert.Equal(["output/rows/first.mp4", "output/rows/seed-4-layers-3-5-2.mp4"], variants.Select(v => v.Output));
    }

    [Fact]
    public void Where_the_videos_go_can_be_said_anew() => Assert.Equal(
        ["there/seed-1.mp4", "there/seed-2.mp4"],
        Good(VariantsReader.Read(
            [Write("v.yaml", "scene: lesson.yaml\noutput: x/{name}.mp4\nmatrix: { network.seed: [1, 2] }\n")], Videos,
            output: "there/{name}.mp4")).Select(v => v.Output));

    [Fact]
    public void What_is_wrong_in_a_variants_file_is_told_with_its_place() => AssertRefused(
        """
        scene: lesson.yaml
        outptu: x.mp4
        matrix:
          network.activation: sigmoid
          "network..seed": [1]
          network.seed: []
        include:
          - { nam: slow }
          - { name: "??" }
          - { name: twice }
          - { name: twice }
          - { set: { "a b": 1 } }
        exclude: [relu]
        """,
        "v.yaml:2:1: error: unknown key 'outptu' in the variants",
        "  hint: did you mean 'output'? Known keys: scene, output, matrix, include, exclude",
        "v.yaml:4:23: error: network.activation: expected a list of values, found 'sigmoid'",
        "  hint: write [sigmoid] for this value alone",
        "v.yaml:5:3: error: 'network..seed' is not the path of a key",
        "  hint: for example network.seed, phases.backward.duration or phases[2].caption",
        "v.yaml:6:17: error: network.seed: expected a list of values, found an empty one",
        "  hint: each value makes further variants",
        "v.yaml:8:7: error: unknown key 'nam' in include",
        "  hint: did you mean 'name'? Known keys: name, set",
        "v.yaml:9:13: error: name: '??' has no letter or digit that a file's name could have",
        "  hint: for example slow or relu-tall",
        "v.yaml:11:13: error: name: 'twice' is the name of another variant",
        $"  hint: that one is at v.yaml:10:13",
        "v.yaml:12:14: error: 'a b' is not the path of a key",
        "  hint: for example network.seed, phases.backward.duration or phases[2].caption",
        "v.yaml:13:11: error: exclude: expected keys and values, found 'relu'");

    [Fact]
    public void An_exclusion_that_the_matrix_does_not_know_is_told() => AssertRefused(
        Matrix + "exclude: [{ network.activaton: relu }]\n",
        "v.yaml:6:13: error: exclude: the matrix does not set 'network.activaton'",
        "  hint: did you mean 'network.activation'? Known paths: network.activation, video.size");

    [Fact]
    public void An_exclusion_that_leaves_nothing_out_is_a_warning()
    {
        var result = VariantsReader.Read([Write("v.yaml", Matrix + "exclude: [{ network.activation: elu }]\n")], Videos);

        Assert.Equal(
            $"{folder}/v.yaml:6:11: warning: exclude: no combination has these values\n  hint: nothing is left out",
            result.Diagnostics.Single().ToString());
        Assert.Equal(6, result.Variants.Length);
    }

    [Fact]
    public void A_batch_that_comes_to_nothing_is_told()
    {
        AssertRefused(
            "scene: lesson.yaml\n", "v.yaml:1:1: error: there are no variants here",
            "  hint: 'matrix' makes combinations, 'include' single variants");
        AssertRefused(
            "scene: lesson.yaml\nmatrix: { network.seed: [1] }\nexclude: [{ network.seed: 1 }]\n",
            "v.yaml:1:1: error: there are no variants here", "  hint: 'matrix' makes combinations, 'include' single variants");
        AssertRefused(
            "matrix: { network.seed: [1] }\n", "v.yaml:1:1: error: the variants has no 'scene'",
            "  hint: 'scene': The scene that is varied, by its path from here, in this file's folder or below it; or a list of scenes.");
    }

    [Fact]
    public void More_combinations_than_anyone_wants_are_refused_before_they_are_made()
    {
        var axes = string.Join("\n", Enumerable.Range(0, 200).Select(i => $"  example.input[{i}]: [1, 2, 3, 4, 5, 6, 7, 8, 9]"));

        AssertRefused(
            $"scene: lesson.yaml\nmatrix:\n{axes}\n", "v.yaml:3:3: error: matrix: these make more than 1,000 combinations",
            "  hint: use fewer values, or several variants files");
    }

    [Theory]
    [InlineData(
        "../{name}.mp4", "output: '../{name}.mp4' is outside this file's folder",
        "choose a place in the folder, or allow reaching outside")]
    [InlineData(
        "/tmp/{name}.mp4", "output: '/tmp/{name}.mp4' is outside this file's folder",
        "choose a place in the folder, or allow reaching outside")]
    [InlineData("{nam}/{name}.mp4", "output: '{nam}' stands for nothing", "did you mean 'name'? Known placeholders: name, scene")]
    [InlineData(
        "{name}.yaml", "output: expected a path that ends with one of .mp4, .webm, found '{name}.yaml'", "for example variants/{name}.mp4")]
    [InlineData(
        "one.mp4", "output: 2 variants would be written to one.mp4",
        "write {name} where the variant's name shall stand, for example variants/{name}.mp4")]
    public void A_place_that_cannot_be_meant_is_told(string output, string message, string hint) => AssertRefused(
        $"scene: lesson.yaml\nmatrix: {{ network.seed: [1, 2] }}\noutput: \"{output}\"\n", $"v.yaml:3:9: error: {message}",
            $"  hint: {hint}");

    [Theory]
    [InlineData("../lesson.yaml")]
    [InlineData("/etc/passwd")]
    [InlineData("sub/../../lesson.yaml")]
    [InlineData("link.yaml")]
    public void A_scene_outside_the_folder_is_not_read(string scene)
    {
        Write("inner/sub/x", "");
        File.CreateSymbolicLink(Path.Combine(folder, "inner", "link.yaml"), Path.Combine(folder, "lesson.yaml"));

        var result = VariantsReader.Read([Write("inner/v.yaml", $"scene: [{scene}]\ninclude: [{{ name: x }}]\n")], Videos);

        AssertRefused(
            result, $"inner/v.yaml:1:9: error: scene: '{scene}' is outside the variants file's folder",
            "  hint: put the file beside the variants file, or allow reading outside");
        Assert.Empty(result.Variants);
    }

    [Fact]
    public void Videos_go_outside_the_folder_only_with_leave()
    {
        var file = Write("inner/v.yaml", "scene: ../lesson.yaml\noutput: ../{name}.mp4\ninclude: [{ name: x }]\n");

        Assert.True(VariantsReader.Read([file], Videos).HasErrors);
        Assert.Equal(
            Path.Combine(folder, "inner", "../x.mp4"), Good(VariantsReader.Read([file], Videos, allowOutside: true)).Single().Output);
    }

    [Fact]
    public void What_is_wrong_in_a_table_is_told_with_its_place() => AssertRefused(
        VariantsReader.Read([Path.Combine(folder, "lesson.yaml")], Videos, Write("rows.csv", "name,network.seed,a b,network.seed\n")),
        "rows.csv:1:19: error: expected the path of a key, found 'a b'",
        "  hint: the first line names the columns, for example name,network.seed,phases.backward.duration",
        "rows.csv:1:23: error: a second column 'network.seed'");

    [Fact]
    public void What_is_wrong_in_a_row_is_told_with_its_place() => AssertRefused(
        VariantsReader.Read([Path.Combine(folder, "lesson.yaml")], Videos, Write("rows.csv", "name,network.seed\nx,1,2\ny\n,3\n..,4\n")),
        "rows.csv:2:1: error: expected 2 fields, as the first line has, found 3",
        "  hint: a text with a comma in it needs double quotes",
        "rows.csv:3:1: error: expected 2 fields, as the first line has, found 1",
        "  hint: a text with a comma in it needs double quotes",
        "rows.csv:5:1: error: name: '..' has no letter or digit that a file's name could have",
        "  hint: for example slow or relu-tall");

    [Fact]
    public void A_table_goes_with_scenes_and_not_with_a_variants_file() => AssertRefused(
        VariantsReader.Read([Write("v.yaml", Matrix)], Videos, Write("rows.csv", "network.seed\n1\n")),
        "v.yaml: error: a table of variants goes with scenes, and this is a variants file",
        "  hint: leave --data out, or name the scene");

    [Fact]
    public void A_value_that_the_scene_refuses_is_told_where_the_variants_file_has_it()
    {
        var variants = Read("scene: lesson.yaml\nmatrix:\n  network.activation: [tanh, tahn]\n  network.sed: [1]\n");

        Assert.Equal(
            "v.yaml:3:30: error: activation: expected one of sigmoid, tanh",
            Scenes.Lines(SceneReader.Read(variants[1], []).Diagnostics).Replace(folder + "/", "", StringComparison.Ordinal)[..61]);
        Assert.Contains(
            "v.yaml:4:3: error: unknown key 'sed' in network\n  hint: did you mean 'seed'?",
            Scenes.Lines(SceneReader.Read(variants[0], []).Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void Overrides_go_over_what_the_variant_sets() =>
        Assert.Equal(
            9,
            SceneReader.Read(Read("scene: lesson.yaml\nmatrix: { network.seed: [1] }\n").Single(), ["network.seed=9"]).Scene!.Network.Seed);
}
