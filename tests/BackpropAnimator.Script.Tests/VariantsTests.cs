using System.Collections.Immutable;
using BackpropAnimator.Lessons;
using BackpropAnimator.Network;

namespace BackpropAnimator.Script.Tests;

public sealed class VariantsTests : VariantsInFolder
{
    [Fact]
    public void A_matrix_makes_every_combination_the_last_path_changing_fastest()
    {
        var variants = Read(Matrix);

        Assert.Equal(
            ["sigmoid-1920x1080", "sigmoid-1080x1920", "tanh-1920x1080", "tanh-1080x1920", "relu-1920x1080", "relu-1080x1920"],
            variants.Select(v => v.Name));
        Assert.Equal([("network.activation", "tanh"), ("video.size", "1080x1920")], variants[3].Settings);
        Assert.Equal(Path.Combine(Folder, "variants/tanh-1080x1920.mp4"), variants[3].Output);
        Assert.All(variants, v => Assert.Equal(Path.Combine(Folder, "lesson.yaml"), v.Scene));
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
        Assert.Equal(Path.Combine(Folder, "other/other-seed-1.mp4"), variants[3].Output);
    }

    [Fact]
    public void Scenes_by_themselves_are_one_video_each()
    {
        var variants = Good(VariantsReader.Read(
            [Path.Combine(Folder, "lesson.yaml"), Write("b/lesson.yaml", Scenes.Good), Write("other.yaml", Scenes.Good)], Videos));

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
    public void Overrides_go_over_what_the_variant_sets() =>
        Assert.Equal(
            9,
            SceneReader.Read(Read("scene: lesson.yaml\nmatrix: { network.seed: [1] }\n").Single(), ["network.seed=9"]).Scene!.Network.Seed);
}
