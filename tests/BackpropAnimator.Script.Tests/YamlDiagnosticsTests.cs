namespace BackpropAnimator.Script.Tests;

/// <summary>Texts that are no YAML, or YAML that a scene has no use for.</summary>
public class YamlDiagnosticsTests
{
    const string NoScene = "error: there is no scene here\n  hint: a scene has 'network', 'example' and 'phases'";

    [Theory]
    [InlineData("", "s.yaml:1:1: " + NoScene)]
    [InlineData("# nothing yet\n", "s.yaml:2:1: " + NoScene)]
    [InlineData("title:\n\tx: 1\n", "s.yaml:2:1: error: a tab in the indentation\n  hint: YAML indents with spaces only")]
    [InlineData(
        "title: [1, 2\n",
        "s.yaml:2:1: error: not valid YAML: while parsing a flow sequence, did not find expected ',' or ']'\n  hint: is a bracket left " +
            "open? Between brackets, text with [ ] { } or , in it needs quotes")]
    [InlineData(
        "title: [1, 2\nb: 3\n",
        "s.yaml:1:9: error: not valid YAML: what starts here has no proper end\n  hint: is a bracket, a brace or a quote left open?")]
    [InlineData(
        "title: 'x\n",
        "s.yaml:1:8: error: not valid YAML: while scanning a quoted scalar, found unexpected end of stream\n  hint: is a quote left open?")]
    [InlineData(
        "title: a: b\n",
        "s.yaml:1:9: error: not valid YAML: while scanning a plain scalar value, found invalid mapping\n  hint: text with ': ' in it " +
            "needs quotes; or is the line indented too far?")]
    [InlineData(
        "title: @x\n",
        "s.yaml:1:8: error: not valid YAML: while scanning for the next token, found character that cannot start any token\n  hint: " +
            "text that starts with a sign such as @, ` or % needs quotes")]
    [InlineData(
        "title: x\n y\n  z: 1\n",
        "s.yaml:3:4: error: not valid YAML: while scanning a plain scalar value, found invalid mapping\n  hint: text with ': ' in it " +
            "needs quotes; or is the line indented too far?")]
    [InlineData("%YAML 9.9\n---\na\n", "s.yaml:1:1: error: not valid YAML: found incompatible YAML document")]
    [InlineData("title: x\0y", "s.yaml:1:9: error: control character U+0000\n  hint: is this a text file?")]
    [InlineData(
        "hello",
        "s.yaml:1:1: error: the scene: expected keys and values, found 'hello'\n  hint: known keys: title, description, " +
            "language, theme, video, voice, music, sounds, network, example, data, training, expect, phases, use")]
    [InlineData(
        "- a\n",
        "s.yaml:1:1: error: the scene: expected keys and values, found a list\n  hint: known keys: title, description, " +
            "language, theme, video, voice, music, sounds, network, example, data, training, expect, phases, use")]
    public void A_text_that_is_no_scene_is_refused_at_its_place(string text, string expected) =>
        Scenes.AssertRefused(text, expected.Split('\n'));

    [Theory]
    [InlineData(@"""\sigma(z)""", "not valid YAML: while scanning a quoted scalar, found unknown escape character", @"\sigma")]
    [InlineData(@"""about \xi and z""", "not valid YAML: while scanning a quoted scalar, did not find expected hexadecimal number", @"\xi")]
    [InlineData(@"""\upsilon""", "not valid YAML: while scanning a quoted scalar, did not find expected hexadecimal number", @"\upsilon")]
    [InlineData(@"""\frac{a}{b}""", @"title: expected text of up to 500 characters, found '\u000Crac{a}{b}'", @"\frac")]
    [InlineData(@"""\\alpha \theta""", @"title: expected text of up to 500 characters, found '\alpha \u0009heta'", @"\theta")]
    [InlineData(@"""a \e b""", @"title: expected text of up to 500 characters, found 'a \u001B b'", @"\e")]
    public void A_backslash_that_double_quotes_take_needs_single_ones(string title, string message, string word) => Scenes.AssertRefused(
        Scenes.With("title: A lesson", $"title: {title}"),
        $"s.yaml:1:8: error: {message}",
        $"  hint: in double quotes a backslash begins an escape: use single quotes, as in '{word} …'");

    [Fact]
    public void A_line_break_and_a_letter_may_be_escaped_in_double_quotes() => Assert.Equal(
        "Two\nlines of a café", Scenes.Parse(Scenes.With("title: A lesson", @"title: ""Two\nlines of a caf\u00e9""")).Scene!.Title);

    [Fact]
    public void A_file_holds_one_scene() => Scenes.AssertRefused(
        Scenes.Good + "---\ntitle: Another\n",
        "s.yaml:21:1: error: a second document starts here",
        "  hint: a file holds one scene: leave '---' out, or make two files");

    [Theory]
    [InlineData("!!python/object:os.system reboot", "tag:yaml.org,2002:python/object:os.syste…")]
    [InlineData("!System.IO.FileInfo x", "!System.IO.FileInfo")]
    [InlineData("!!str x", "tag:yaml.org,2002:str")]
    public void No_tag_means_anything(string title, string tag) => Scenes.AssertRefused(
        Scenes.With("title: A lesson", $"title: {title}"),
        $"s.yaml:1:8: error: tags such as '{tag}' have no meaning in a scene",
        "  hint: leave the tag out");

    [Fact]
    public void An_alias_needs_its_anchor_before_it() => Scenes.AssertRefused(
        Scenes.With("input: [0.9, 0.1, 0.4]", "input: [*x, 0.1, &x 0.4]"),
        "s.yaml:9:11: error: the alias '*x' has no anchor '&x' that is complete before it",
        "s.yaml:9:11: error: input: expected a number from -1000000 to 1000000, found nothing",
        "  hint: write a value, or leave the key out");

    [Fact]
    public void A_value_cannot_contain_itself()
    {
        var diagnostics = Scenes.Parse(Scenes.With("input: [0.9, 0.1, 0.4]", "input: &x [*x]")).Diagnostics;

        Assert.Equal("s.yaml:9:14: error: the alias '*x' has no anchor '&x' that is complete before it", diagnostics[0].ToString());
    }

    [Fact]
    public void A_key_is_a_single_word() => Scenes.AssertRefused(
        Scenes.With("seed: 7", "? [seed]\n  : 7"),
        "s.yaml:7:5: error: a key is a single word, not a list");
}
