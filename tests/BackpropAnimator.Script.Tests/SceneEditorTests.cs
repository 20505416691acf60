using BackpropAnimator.Lessons;
using BackpropAnimator.Script.Editing;

namespace BackpropAnimator.Script.Tests;

/// <summary>Edits of a scene's text: what is asked for changes, and not one other byte.</summary>
public class SceneEditorTests
{
    static readonly SceneEditor editor = new(PhaseModule.BuiltIn, "s.yaml");

    static string Set(string text, string path, string value) => Done(editor.Set(text, path, value));

    static string Remove(string text, string path) => Done(editor.Remove(text, path));

    static string Move(string text, int from, int to) => Done(editor.Move(text, "phases", from, to));

    static string Done(EditResult result)
    {
        Assert.True(result.IsDone, Scenes.Lines(result.Problems));
        return result.Text;
    }

    // The network that every scene has, before what a test is about.
    const string Head = "network: { layers: [2, 1] }\nexample: { input: [1, 0], target: [1] }\n";

    static void AssertRefused(EditResult result, string text, params string[] lines)
    {
        Assert.Equal(string.Join('\n', lines), Scenes.Lines(result.Problems));
        Assert.Equal(text, result.Text);
    }

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

    [Theory]
    [InlineData("title: a # why\n", "title", "b: c", "title: \"b: c\" # why\n")]
    [InlineData("title: 'a'\n", "title", "it's", "title: 'it''s'\n")]
    [InlineData("title: a\n", "title", "[b] \"c\"", "title: \"[b] \\\"c\\\"\"\n")]
    [InlineData("title: a\n", "title", "7", "title: \"7\"\n")]
    [InlineData("title: \"a\"\n", "title", "b\nc", "title: \"b\\nc\"\n")]
    [InlineData("title: { en: a, vi: b }\n", "title.vi", "c, d", "title: { en: a, vi: \"c, d\" }\n")]
    [InlineData("title: >  # folded\n  one two\n  three\n# c\n", "title", "one two four", "title: >  # folded\n  one two\n  four\n# c\n")]
    [InlineData("title: >-\n  one\n  two\n  three\n", "title", "one 2 three", "title: >-\n  one\n  2\n  three\n")]
    [InlineData("title: >\n  one\n  two\n", "title", "one two\nthree", "title: >\n  one two\n\n  three\n")]
    [InlineData("title: |\n  one\n  two\n", "title", "one: 1\n\n# 2", "title: |\n  one: 1\n\n  # 2\n")]
    [InlineData("title:\n  en: >\n    a\n  vi: b\n", "title.en", "c", "title:\n  en: >\n    c\n  vi: b\n")]
    public void A_text_is_written_in_the_form_of_the_one_before_it(string before, string path, string words, string after)
    {
        const string rest = Head + "phases: [intro]\n";

        Assert.Equal(after + rest, Done(editor.SetText(before + rest, path, words)));
    }

    [Fact]
    public void A_text_in_lines_is_broken_where_it_has_no_room()
    {
        const string text = "title: >\n  a b\n" + Head + "phases: [intro]\n";
        var words = string.Join(' ', Enumerable.Repeat("four", 30));

        var lines = Done(editor.SetText(text, "title", words)).Split('\n')[1..4];

        Assert.Equal(words, string.Join(' ', lines.Select(line => line.Trim())));
        Assert.All(lines, line => Assert.InRange(line.Length, 30, 62));
    }

    [Fact]
    public void A_text_in_lines_is_not_emptied()
    {
        const string text = "title: >\n  a b\n" + Head + "phases: [intro]\n";

        AssertRefused(
            editor.SetText(text, "title", " "), text,
            "s.yaml:1:8: error: this text is written in lines of its own, which may not be empty or begin with blanks",
            "  hint: change it in the scene's file");
    }

    [Fact]
    public void The_texts_of_a_phase_are_those_that_are_written_in_the_language_that_is_asked_for()
    {
        const string text = "title: { en: A, vi: B }\n" + Head + """
            phases:
              - intro: { caption: Look, say: Hello }
              - forward:
                  title: { vi: C }
                  captions: [{ at: 0s, text: { en: D, vi: E } }, { at: 50%, text: F }]
                  say:
                    en: >
                      G
                      H
                    vi: I

            """;

        Assert.Equal(["title.vi: B"], TextsOf(null, "vi"));
        Assert.Equal(["phases[0].caption: Look", "phases[0].say.text: Hello"], TextsOf(0, "vi"));
        Assert.Equal(
            [
                "phases[1].title.vi: C", "phases[1].captions[0].text.en: D", "phases[1].captions[1].text: F", "phases[1].say.en: G H",
            ],
            TextsOf(1, "en"));

        string[] TextsOf(int? phase, string language) =>
            [.. editor.Read(text)!.Texts(phase, language).Select(found => $"{found.Path}: {found.Value}")];
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
            editor.Set(text, "phases[0].duration", "8s"), text,
            "s.yaml:3:23: error: phases[0].duration cannot be changed here without changing more: phases.loss.duration is '8s' "
                + "and was '20s'",
            "  hint: an alias may stand for it elsewhere: write it out there");
    }

    [Fact]
    public void What_is_written_as_an_alias_has_no_parts_to_change()
    {
        var text = Head + "phases:\n  - forward: &f { duration: 6s }\n  - forward: *f\n";

        AssertRefused(
            editor.Set(text, "phases[1].duration", "8s"), text,
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

        AssertRefused(editor.Set(text, path, value), text, problem);
    }

    [Fact]
    public void Comments_in_a_list_are_not_lost()
    {
        const string text =
            "network:\n  layers:\n    - 2 # x and y\n    - 1\nexample: { input: [1, 0], target: [1] }\nphases: [intro]\n";

        AssertRefused(
            editor.Set(text, "network.layers", "[2, 3, 1]"), text,
            "s.yaml:3:5: error: layers has comments in it, which would be lost", "  hint: change its items one by one");
        Assert.Equal(text.Replace("- 1", "- 3", StringComparison.Ordinal), Set(text, "network.layers", "[2, 3]"));
    }

    [Fact]
    public void A_broken_scene_is_not_edited()
    {
        const string text = "title: [\n";

        Assert.StartsWith("s.yaml:", Scenes.Lines(editor.Set(text, "title", "x").Problems), StringComparison.Ordinal);
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
        AssertRefused(editor.Remove(Scenes.Good, "phases[1].title"), Scenes.Good, "s.yaml:13:14: error: 'title' is not written here");

    [Fact]
    public void Comments_travel_with_their_phase()
    {
        const string text = Head + """
            phases:
              # The beginning.
              - intro
              # What it believes.
              - forward:
                  duration: 9s
                  # focus: [1, 0]

              - loss      # one number

              # What to do about it.
              - backward
              # - outro

            # The end.

            """;

        const string moved = Head + """
            phases:
              # The beginning.
              - intro

              - loss      # one number

              # What to do about it.
              - backward
              # What it believes.
              - forward:
                  duration: 9s
                  # focus: [1, 0]
              # - outro

            # The end.

            """;
        Assert.Equal(moved, Move(text, 1, 3));
        Assert.Equal(text, Move(moved, 3, 1));
    }

    [Fact]
    public void A_phase_is_doubled_and_taken_out_with_its_comments()
    {
        const string text = Head + "phases:\n  # One.\n  - intro\n  # Two.\n  - loss:\n      # How long.\n      duration: 2s";

        var doubled = Done(editor.RepeatItem(text, "phases", 1));

        Assert.Equal(text + "\n  # Two.\n  - loss:\n      # How long.\n      duration: 2s", doubled);
        Assert.Equal(text, Done(editor.RemoveItem(doubled, "phases", 2)));
        Assert.Equal(Head + "phases:\n  # One.\n  - intro", Done(editor.RemoveItem(text, "phases", 1)));
        Assert.Equal(
            Head + "phases: [intro,  loss: 2s,  loss: 2s]\n", Done(editor.RepeatItem(Head + "phases: [intro,  loss: 2s]\n", "phases", 1)));
        Assert.Equal(
            Head + "phases: [loss: 2s]\n", Done(editor.RemoveItem(Head + "phases: [intro,  loss: 2s]\n", "phases", 0)));
    }

    [Fact]
    public void What_others_repeat_and_what_is_alone_is_not_taken_out()
    {
        const string one = Head + "phases:\n  - intro\n", repeated = Head + "phases:\n  - forward: &f { duration: 6s }\n  - forward: *f\n";

        AssertRefused(editor.RemoveItem(one, "phases", 0), one, "s.yaml:4:3: error: this is all that phases has");
        Assert.False(editor.RemoveItem(repeated, "phases", 0).IsDone);
        AssertRefused(editor.RemoveItem(one, "phases", 4), one, "s.yaml:4:3: error: phases has no item [4]: it has 1");
    }

    [Fact]
    public void Phases_between_brackets_are_moved_too() => Assert.Equal(
        Head + "phases: [ loss: 2s,intro,  forward ]\n", Move(Head + "phases: [ intro,loss: 2s,  forward ]\n", 0, 1));

    [Fact]
    public void A_phase_is_not_moved_before_what_it_repeats()
    {
        var text = Head + "phases:\n  - forward: &f { duration: 6s }\n  - forward: *f\n";

        AssertRefused(
            editor.Move(text, "phases", 1, 0), text,
            "s.yaml:4:1: error: phases cannot be changed here: the alias '*f' has no anchor '&f' that is complete before it");
    }

    [Fact]
    public void An_item_goes_where_there_is_a_place() => AssertRefused(
        editor.Move(Scenes.Good, "phases", 0, 7), Scenes.Good, "s.yaml:12:3: error: phases has no items [0] and [7]: it has 7");
}
