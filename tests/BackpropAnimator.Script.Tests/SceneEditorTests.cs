using static BackpropAnimator.Script.Tests.SceneEdits;

namespace BackpropAnimator.Script.Tests;

/// <summary>Edits of a scene's text: what is asked for changes, and not one other byte.</summary>
public class SceneEditorTests
{
    static string Set(string text, string path, string value) => Done(Editor.Set(text, path, value));

    static string Remove(string text, string path) => Done(Editor.Remove(text, path));

    [Theory]
    [InlineData("network.learning_rate", "0.25", "  learning_rate: 0.5\n", "  learning_rate: 0.25\n")]
    [InlineData("network.layers[1]", "5", "[3, 4, 2]", "[3, 5, 2]")]
    [InlineData("network.layers", "[3, 6, 2]", "[3, 4, 2]", "[3, 6, 2]")]
    [InlineData("network.layers", "[3, 6, 5, 2]", "[3, 4, 2]", "[3, 6, 5, 2]")]
    [InlineData("example.target", "[0,1]", "target: [1, 0]", "target: [0, 1]")]
    [InlineData("title", "Two: a colon", "title: A lesson", "title: \"Two: a colon\"")]
    [InlineData("title", "it's # plain", "title: A lesson", "title: \"it's # plain\"")]
    [InlineData("network.activation[0]", "tanh", "activation: sigmoid", "activation: [tanh]")]
    public void Only_the_value_changes(string path, string value, string old, string replaced) =>
        Assert.Equal(Scenes.With(old, replaced), Set(Scenes.Good, path, value));

    [Theory]
    [InlineData("phases[0].duration", "5s", "- intro\n", "- intro: 5s\n")]
    [InlineData("phases[0].caption", "Look, here", "- intro\n", "- intro: { caption: \"Look, here\" }\n")]
    [InlineData("phases[1].duration", "12s", "- forward: 10s", "- forward: 12s")]
    [InlineData("phases.forward.duration", "12s", "- forward: 10s", "- forward: 12s")]
    [InlineData("phases[1].title", "Ahead", "- forward: 10s", "- forward: { duration: 10s, title: Ahead }")]
    [InlineData("phases[2].duration", "4.5s", "{ duration: 5s }", "{ duration: 4.5s }")]
    [InlineData("phases[2].caption", "How far?", "{ duration: 5s }", "{ duration: 5s, caption: How far? }")]
    [InlineData("phases[3].duration", "9s", "      duration: 16s\n", "      duration: 9s\n")]
    [InlineData("phases[3].title", "Back", "blame?\n", "blame?\n      title: Back\n")]
    [InlineData("phases[3].focus", "[1, 0]", "      duration: 16s\n", "      duration: 16s\n      focus: [1, 0]\n")]
    [InlineData("training.epochs", "50", "  target: [1, 0]\n", "  target: [1, 0]\ntraining: { epochs: 50 }\n")]
    public void A_phase_keeps_its_form(string path, string value, string old, string replaced)
    {
        var edited = Set(Scenes.Good, path, value);

        Assert.Equal(Scenes.With(old, replaced), edited);
    }

    [Theory]
    [InlineData("title: 'it''s'\n", "title", "that's", "title: 'that''s'\n")]
    [InlineData("title: \"a\" # why\n", "title", "b", "title: \"b\" # why\n")]
    [InlineData("title: \"a\"\n", "title", "7", "title: 7\n")]
    [InlineData("title:   a   # why\n", "title", "b c", "title:   b c   # why\n")]
    [InlineData("title: >\n  a\n  b\n# c\n", "title", "d", "title: d\n# c\n")]
    [InlineData("title: a\n  b\n", "title", "d", "title: d\n")]
    [InlineData("title: { en: a, vi: 'b' }\n", "title.vi", "c", "title: { en: a, vi: 'c' }\n")]
    [InlineData("title:\n  en: a # x\n  vi: b\n", "title.en", "c", "title:\n  en: c # x\n  vi: b\n")]
    [InlineData("theme: paper\n", "theme.name", "midnight", "theme: midnight\n")]
    [InlineData("theme: paper # x\n", "theme.error", "\"#FF0000\"", "theme: { name: paper, error: \"#FF0000\" } # x\n")]
    [InlineData("theme: paper\n", "theme.error", "#FF0000", "theme: { name: paper, error: \"#FF0000\" }\n")]
    [InlineData("video: {}\n", "video.fps", "30", "video: { fps: 30 }\n")]
    [InlineData("video: { fps: 60, }\n", "video.crf", "20", "video: { fps: 60, crf: 20, }\n")]
    [InlineData("video:\n  fps: 60 # as TV\n", "video.crf", "20", "video:\n  fps: 60 # as TV\n  crf: 20\n")]
    [InlineData("training: &t\n  epochs: 5\n", "training.epochs", "6", "training: &t\n  epochs: 6\n")]
    [InlineData("training:\n  epochs: &e 5\n", "training.epochs", "6", "training:\n  epochs: &e 6\n")]
    [InlineData("\"title\": a\n", "title", "b", "\"title\": b\n")]
    [InlineData("expect:\n- accuracy == 1\n- loss > 0\n", "expect[1]", "loss > 1", "expect:\n- accuracy == 1\n- loss > 1\n")]
    public void Every_way_of_writing_is_kept(string before, string path, string value, string after)
    {
        const string rest = Head + "phases: [intro]\n";

        Assert.Equal(after + rest, Set(before + rest, path, value));
    }

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_stay()
    {
        var text = "\uFEFF" + Scenes.Good.ReplaceLineEndings("\r\n");

        Assert.Equal(text.Replace("16s\r\n", "9s\r\n      focus: [1, 0]\r\n", StringComparison.Ordinal),
            Set(Set(text, "phases[3].duration", "9s"), "phases[3].focus", "[1, 0]"));
        Assert.Equal(text.Replace("      caption: Who is to blame?\r\n", "", StringComparison.Ordinal), Remove(text, "phases[3].caption"));
    }

    [Fact]
    public void A_scene_without_a_last_line_break_gets_none()
    {
        var text = Head + "phases:\n  - intro\n  - loss:\n      duration: 5s";

        Assert.Equal(text + "\n      title: How far?", Set(text, "phases[1].title", "How far?"));
        Assert.Equal(Head + "phases:\n  - loss:\n      duration: 5s\n  - intro", Move(text, 1, 0));
        Assert.Equal(text, Remove(text + "\n      title: How far?", "phases[1].title"));
    }

    [Fact]
    public void An_alias_is_written_out_where_it_changes()
    {
        var text = "x-long: &long 20s\n" + Head + "phases: [intro: *long, loss: *long]\n";

        Assert.Equal(text.Replace("loss: *long", "loss: 8s", StringComparison.Ordinal), Set(text, "phases[1].duration", "8s"));
    }

    [Fact]
    public void A_merged_key_is_written_where_it_is_to_differ()
    {
        var text =
            Head + "phases:\n  - forward: &f\n      duration: 6s\n      title: Ahead\n  - forward:\n      <<: *f\n      name: again\n";

        Assert.Equal(
            text.Replace("      <<: *f\n", "      <<: *f\n      duration: 9s\n", StringComparison.Ordinal),
            Set(text, "phases[1].duration", "9s"));
    }

    [Fact]
    public void What_an_alias_repeats_elsewhere_is_not_changed_there_in_silence()
    {
        var text = Head + "phases: [intro: &long 20s, loss: *long]\n";

        AssertRefused(
            Editor.Set(text, "phases[0].duration", "8s"), text,
            "s.yaml:3:23: error: phases[0].duration cannot be changed here without changing more: phases.loss.duration is '8s' "
                + "and was '20s'",
            "  hint: an alias may stand for it elsewhere: write it out there");
    }

    [Fact]
    public void What_is_written_as_an_alias_has_no_parts_to_change()
    {
        var text = Head + "phases:\n  - forward: &f { duration: 6s }\n  - forward: *f\n";

        AssertRefused(
            Editor.Set(text, "phases[1].duration", "8s"), text,
            "s.yaml:5:14: error: forward is written as the alias *f", "  hint: change what stands at &f, or write it out here");
    }

    [Theory]
    [InlineData("title", "x", "s.yaml:1:8: error: title has keys, which would be lost\n  hint: change one of them, such as title.en")]
    [InlineData("phases[4].duration", "3s", "s.yaml: error: phases has no item [4]\n  hint: its items are [0] to [0]")]
    [InlineData("phases.loss.duration", "3s", "s.yaml: error: no phase is called 'loss'\n  hint: known names: intro")]
    [InlineData("title[", "3s", "s.yaml:1:1: error: 'title[' is no path such as phases[2].duration")]
    [InlineData("network.seed", "", "s.yaml:1:1: error: network.seed: a value is missing")]
    [InlineData(
        "network.layers", "[3", "s.yaml: error: not valid YAML: while parsing a flow sequence, did not find expected ',' or ']'\n"
        + "  hint: is a bracket left open? Between brackets, text with [ ] { } or , in it needs quotes")]
    public void What_cannot_be_edited_is_said(string path, string value, string problem)
    {
        const string text = "title: { en: a, vi: b }\n" + Head + "phases: [intro]\n";

        AssertRefused(Editor.Set(text, path, value), text, problem);
    }

    [Fact]
    public void Comments_in_a_list_are_not_lost()
    {
        const string text =
            "network:\n  layers:\n    - 2 # x and y\n    - 1\nexample: { input: [1, 0], target: [1] }\nphases: [intro]\n";

        AssertRefused(
            Editor.Set(text, "network.layers", "[2, 3, 1]"), text,
            "s.yaml:3:5: error: layers has comments in it, which would be lost", "  hint: change its items one by one");
        Assert.Equal(text.Replace("- 1", "- 3", StringComparison.Ordinal), Set(text, "network.layers", "[2, 3]"));
    }

    [Fact]
    public void A_broken_scene_is_not_edited()
    {
        const string text = "title: [\n";

        Assert.StartsWith("s.yaml:", Scenes.Lines(Editor.Set(text, "title", "x").Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("phases[3].caption", "      caption: Who is to blame?\n", "")]
    [InlineData("phases[1].duration", "- forward: 10s", "- forward")]
    [InlineData("phases[2].duration", "{ duration: 5s }", "{}")]
    [InlineData("network.learning_rate", "  learning_rate: 0.5\n", "")]
    [InlineData("title", "title: A lesson\n", "")]
    public void A_key_goes_with_its_line(string path, string old, string replaced) =>
        Assert.Equal(Scenes.With(old, replaced), Remove(Scenes.Good, path));

    [Fact]
    public void A_key_that_is_not_written_cannot_be_taken_out() =>
        AssertRefused(Editor.Remove(Scenes.Good, "phases[1].title"), Scenes.Good, "s.yaml:13:14: error: 'title' is not written here");
}
