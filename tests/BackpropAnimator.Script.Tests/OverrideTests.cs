using BackpropAnimator.Lessons;

namespace BackpropAnimator.Script.Tests;

public class OverrideTests
{
    [Fact]
    public void A_key_that_the_file_has_is_replaced() => Assert.Equal(3, Scenes.Read(Scenes.Good, "network.seed=3").Network.Seed);

    [Fact]
    public void A_key_that_the_file_lacks_is_added()
    {
        var scene = Scenes.Read(Scenes.With("  learning_rate: 0.5\n", ""), "video.size=1280x720", "network.learning_rate=0.2");

        Assert.Equal((new FrameSize(1280, 720), 0.2), (scene.Video.Size, scene.Network.LearningRate));
    }

    [Fact]
    public void The_last_one_wins() => Assert.Equal(4, Scenes.Read(Scenes.Good, "network.seed=3", "network.seed=4").Network.Seed);

    [Fact]
    public void A_whole_part_can_be_replaced() => Assert.Equal(
        [1, 2, 3],
        Scenes.Read(
            Scenes.Good, "network={ layers: [1, 2, 3] }", "example.input=[1]", "example.target=[1, 2, 3]").Network.Layers.ToArray());

    [Fact]
    public void An_item_of_a_list_is_replaced_by_its_index() =>
        Assert.Equal([3, 5, 2], Scenes.Read(Scenes.Good, "network.layers[1]=5").Network.Layers.ToArray());

    [Theory]
    [InlineData("phases.intro.duration=20s", 0)]
    [InlineData("phases.forward.duration=20s", 1)]
    [InlineData("phases.loss.duration=20", 2)]
    [InlineData("phases.backward.duration=20000ms", 3)]
    [InlineData("phases.backward=20s", 3)]
    [InlineData("phases[1].duration=20s", 1)]
    [InlineData("phases[4].duration=20s", 4)]
    public void A_phase_is_found_by_name_or_index_however_it_is_written(string change, int index)
    {
        var scene = Scenes.Read(Scenes.Good, change);

        Assert.Equal(20, scene.Phases[index].Duration);
        Assert.Equal(7, scene.Phases.Length);
    }

    [Fact]
    public void A_short_form_keeps_its_value_when_an_option_is_added()
    {
        var scene = Scenes.Read(
            Scenes.With("title: A lesson", "theme: light").Replace("forward: 10s", "forward: 7s", StringComparison.Ordinal),
            "phases.forward.caption=Look!", "theme.error=#FF0000");

        Assert.Equal((7, "Look!"), (scene.Phases[1].Duration, scene.Phases[1].Caption));
        Assert.Equal((ThemeKind.Paper, "#FF0000"), (scene.Theme.Name, scene.Theme.Error.ToString()));
    }

    [Fact]
    public void A_repeated_phase_is_found_by_the_name_that_it_was_given()
    {
        var text = Scenes.With("- outro", "- forward: { name: again, duration: 2s }");

        Assert.Equal(
            [3.0, 1, 5, 16, 8, 6, 9],
            Scenes.Read(text, "phases.again.duration=9s", "phases.forward.duration=1s").Phases.Select(p => p.Duration));
    }

    [Fact]
    public void A_whole_phase_is_replaced_by_its_index() =>
        Assert.IsType<ForwardOptions>(Scenes.Read(Scenes.Good, "phases[6]=forward").Phases[6]);

    [Theory]
    [InlineData("title=Colons: fine, # too", "Colons: fine, # too")]
    [InlineData("title=\"Quotes: \\u00e9\"", "Quotes: é")]
    [InlineData("title=- a = b", "- a = b")]
    public void A_text_needs_no_quotes_beside_the_shells(string change, string title) =>
        Assert.Equal(title, Scenes.Read(Scenes.Good, change).Title);

    [Fact]
    public void What_an_alias_shares_changes_only_where_the_path_leads()
    {
        var text = Scenes.With("input: [0.9, 0.1, 0.4]", "input: &v [0, 0, 0]")
            .Replace("seed: 7", "biases: [[1, 1, 1, 1], [1, 1]]", StringComparison.Ordinal)
            .Replace("[3, 4, 2]", "[3, 4, 3]", StringComparison.Ordinal).Replace("target: [1, 0]", "target: *v", StringComparison.Ordinal)
            .Replace("[1, 1]]", "[1, 1, 1]]", StringComparison.Ordinal);

        var scene = Scenes.Read(text, "example.target[1]=1");

        Assert.Equal([0, 0, 0], scene.Example.Input.ToArray());
        Assert.Equal([0, 1, 0], scene.Example.Target.ToArray());
    }

    [Fact]
    public void A_part_that_the_file_lacks_may_come_from_overrides_alone() => Scenes.Read(
        Scenes.With("example:\n  input: [0.9, 0.1, 0.4]\n  target: [1, 0]\n", ""), "example.input=[1, 2, 3]", "example.target=[1, 0]");

    [Theory]
    [InlineData(
        "network.sed=3",
        "unknown key 'sed' in network\n  hint: did you mean 'seed'? Known keys: layers, inputs, classes, activation, leaky_slope, " +
            "loss, learning_rate, seed, initialization, uniform_range, weights, biases")]
    [InlineData(
        "foo.bar.baz=3",
        "unknown key 'foo' in the scene\n  hint: known keys: title, description, language, theme, video, voice, " +
        "music, sounds, network, example, data, training, " +
            "expect, phases, use")]
    [InlineData("network.seed=x", "seed: expected a whole number from 0 to 2147483647, found 'x'")]
    [InlineData("title=", "title: expected text of up to 500 characters, found nothing\n  hint: write a value, or leave the key out")]
    [InlineData(
        "video.size=9000x1080",
        "size: expected a size such as 1920x1080, both sides from 16 to 8192, found '9000x1080'\n  hint: 8192x1080 is near")]
    [InlineData(
        "phases.backwrd.duration=3s",
        "no phase is called 'backwrd'\n  hint: did you mean 'backward'? Known names: intro, forward, loss, backward, chain_rule, " +
            "weight_update, outro")]
    [InlineData(
        "phases.forward.duration=-3s", "duration: expected a duration such as 3s, 1500ms or 1:30, over 0 s and up to 3600 s, found '-3s'")]
    [InlineData(
        "phases.outro.stepz=3",
        "unknown key 'stepz' in outro\n  hint: did you mean 'steps'? Known keys: steps, duration, caption, captions, notes, say, title, " +
            "name")]
    [InlineData("phases[9].duration=3s", "phases has no item [9]\n  hint: its items are [0] to [6]")]
    [InlineData("network.layers[3]=3", "layers has no item [3]\n  hint: its items are [0] to [2]")]
    [InlineData("network.layers.x=3", "layers has no keys")]
    [InlineData("network.seed.x=3", "seed has no keys")]
    [InlineData("network.seed[0]=3", "seed is not a list")]
    [InlineData("network[0]=3", "network is not a list")]
    [InlineData("phases=[]", "phases: expected 1 to 200 items, found 0")]
    [InlineData("phases[0]=bakward", "unknown phase 'bakward'\n  hint: did you mean 'backward'? Known phases: {phases}")]
    [InlineData("example.input=[1,2]", "input: expected 3 items, one for each unit of the input layer, found 2")]
    [InlineData(
        "network.layers=[1,2",
        "not valid YAML: while parsing a flow sequence, did not find expected ',' or ']'\n  hint: is a bracket left open? Between " +
            "brackets, text with [ ] { } or , in it needs quotes")]
    public void A_bad_override_is_reported_as_it_was_given(string change, string expected) =>
        Scenes.AssertRefused(
            Scenes.Good, [change],
            $"--set {change}: error: {expected.Replace("{phases}", Scenes.PhaseNames, StringComparison.Ordinal)}".Split('\n'));

    [Theory]
    [InlineData("foo")]
    [InlineData("=3")]
    [InlineData("a..b=3")]
    [InlineData("a[x]=3")]
    [InlineData("a[-1]=3")]
    [InlineData("[0]=3")]
    [InlineData("a[0]b=3")]
    [InlineData("a b=3")]
    public void A_path_has_its_form(string change) => Scenes.AssertRefused(
        Scenes.Good, [change],
        $"--set {change}: error: expected PATH=VALUE",
        "  hint: for example phases.backward.duration=20s, phases[2].caption=Look! or network.layers=[3,5,2]");

    [Fact]
    public void A_kind_that_comes_twice_needs_an_index_or_a_name() => Scenes.AssertRefused(
        Scenes.With("- outro", "- forward"), ["phases.forward.duration=3s"],
        "--set phases.forward.duration=3s: error: 2 phases are called 'forward'",
        "  hint: say which: phases[1] or phases[6]; or give them a 'name'");

    [Fact]
    public void Overrides_problems_come_after_the_files() => Scenes.AssertRefused(
        Scenes.With("seed: 7", "seed: x"), ["title=", "network.learning_rate=0"],
        "s.yaml:7:9: error: seed: expected a whole number from 0 to 2147483647, found 'x'",
        "--set title=: error: title: expected text of up to 500 characters, found nothing",
        "  hint: write a value, or leave the key out",
        "--set network.learning_rate=0: error: learning_rate: expected a number over 0 and up to 1000, found '0'");
}
