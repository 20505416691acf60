using static BackpropAnimator.Script.Tests.SceneEdits;

namespace BackpropAnimator.Script.Tests;

/// <summary>Edits of what a scene's viewers read and hear: it keeps the form that it is written in.</summary>
public class SceneTextEditTests
{
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

        Assert.Equal(after + rest, Done(Editor.SetText(before + rest, path, words)));
    }

    [Fact]
    public void A_text_in_lines_is_broken_where_it_has_no_room()
    {
        const string text = "title: >\n  a b\n" + Head + "phases: [intro]\n";
        var words = string.Join(' ', Enumerable.Repeat("four", 30));

        var lines = Done(Editor.SetText(text, "title", words)).Split('\n')[1..4];

        Assert.Equal(words, string.Join(' ', lines.Select(line => line.Trim())));
        Assert.All(lines, line => Assert.InRange(line.Length, 30, 62));
    }

    [Fact]
    public void A_text_in_lines_is_not_emptied()
    {
        const string text = "title: >\n  a b\n" + Head + "phases: [intro]\n";

        AssertRefused(
            Editor.SetText(text, "title", " "), text,
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
            [.. Editor.Read(text)!.Texts(phase, language).Select(found => $"{found.Path}: {found.Value}")];
    }
}
