using BackpropAnimator.Lessons;

namespace BackpropAnimator.Script.Tests;

/// <summary>What is wrong with variants is told with its place.</summary>
public sealed class VariantsDiagnosticsTests : VariantsInFolder
{
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
            $"{Folder}/v.yaml:6:11: warning: exclude: no combination has these values\n  hint: nothing is left out",
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
        File.CreateSymbolicLink(Path.Combine(Folder, "inner", "link.yaml"), Path.Combine(Folder, "lesson.yaml"));

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
            Path.Combine(Folder, "inner", "../x.mp4"), Good(VariantsReader.Read([file], Videos, allowOutside: true)).Single().Output);
    }

    [Fact]
    public void What_is_wrong_in_a_table_is_told_with_its_place() => AssertRefused(
        VariantsReader.Read([Path.Combine(Folder, "lesson.yaml")], Videos, Write("rows.csv", "name,network.seed,a b,network.seed\n")),
        "rows.csv:1:19: error: expected the path of a key, found 'a b'",
        "  hint: the first line names the columns, for example name,network.seed,phases.backward.duration",
        "rows.csv:1:23: error: a second column 'network.seed'");

    [Fact]
    public void What_is_wrong_in_a_row_is_told_with_its_place() => AssertRefused(
        VariantsReader.Read([Path.Combine(Folder, "lesson.yaml")], Videos, Write("rows.csv", "name,network.seed\nx,1,2\ny\n,3\n..,4\n")),
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
            Scenes.Lines(SceneReader.Read(variants[1], []).Diagnostics).Replace(Folder + "/", "", StringComparison.Ordinal)[..61]);
        Assert.Contains(
            "v.yaml:4:3: error: unknown key 'sed' in network\n  hint: did you mean 'seed'?",
            Scenes.Lines(SceneReader.Read(variants[0], []).Diagnostics), StringComparison.Ordinal);
    }
}
