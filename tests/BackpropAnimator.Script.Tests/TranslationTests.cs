namespace BackpropAnimator.Script.Tests;

/// <summary>Texts of a scene may be written in several languages, and the scene's language tells which one is read.</summary>
public class TranslationTests
{
    const string Rest = """
        network: { layers: [2, 2, 1] }
        example: { input: [1, 0], target: [1] }
        """;

    [Fact]
    public void A_text_is_read_in_the_scenes_language()
    {
        const string text = $$"""
            title: { en: Gradients, vi: Độ dốc }
            language: vi
            {{Rest}}
            phases: [{ forward: { caption: { en: Look!, vi: Hãy nhìn! } } }]
            """;
        var scene = Scenes.Read(text);
        Assert.Equal(("Độ dốc", "Hãy nhìn!"), (scene.Title, scene.Phases[0].Caption));
        Assert.Equal(("Gradients", "Look!"), (Scenes.Read(text, "language=en").Title, Scenes.Read(text, "language=en").Phases[0].Caption));
    }

    [Fact]
    public void English_is_read_where_the_scene_names_no_language() => Assert.Equal(
        "Gradients", Scenes.Read($$"""
            title: { vi: Độ dốc, en: Gradients }
            {{Rest}}
            phases: [forward]
            """).Title);

    [Theory]
    [InlineData("pt-BR", "um")]
    [InlineData("pt-PT", "dois")]
    [InlineData("PT", "dois")]
    [InlineData("zh-Hans-CN", "三")]
    public void A_tag_is_looked_up_from_the_narrowest_on(string language, string title) => Assert.Equal(
        title, Scenes.Read($$"""
            title: { pt-BR: um, pt: dois, zh-Hant: 三 }
            language: {{language}}
            {{Rest}}
            phases: [forward]
            """).Title);

    [Fact]
    public void A_missing_language_is_told_of_at_its_line_and_the_scenes_own_stands_in()
    {
        var result = Scenes.Parse($$"""
            title: { vi: Độ dốc, en: Gradients }
            language: en
            {{Rest}}
            phases:
              - forward: { caption: { en: Look!, vi: Hãy nhìn! } }
              - loss:
                  caption: { fr: Regardez !, es: ¡Mira! }
            """, "language=fr");
        Assert.Equal(
            [
                "s.yaml:1:8: warning: title: there is no text for 'fr', and the one for 'en' stands in",
                "s.yaml:6:25: warning: caption: there is no text for 'fr', and the one for 'en' stands in",
            ],
            result.Diagnostics.Select(problem => problem.ToString().Split('\n')[0]));
        Assert.Equal(
            ("Gradients", "Look!", "Regardez !"), (result.Scene!.Title, result.Scene.Phases[0].Caption, result.Scene.Phases[1].Caption));
    }

    [Fact]
    public void Where_the_scenes_language_is_missing_too_the_first_that_is_written_stands_in() => Assert.Equal(
        "Độ dốc", Scenes.Parse($$"""
            title: { vi: Độ dốc, de: Steigung }
            {{Rest}}
            phases: [forward]
            """, "language=fr").Scene!.Title);

    [Fact]
    public void Names_lists_and_what_refers_to_them_may_be_in_several_languages()
    {
        const string text = """
            network:
              layers: [2, 2, 1]
              inputs: { en: [length, width], vi: [dài, rộng] }
            example: { input: [1, 0], target: [1] }
            phases:
              - forward: { focus: h.2 }
              - objectives: { en: [Read it], vi: [Đọc nó, Hiểu nó] }
              - objectives: { items: [{ en: One, vi: Một }, Two] }
              - loss
              - backward: { focus: { en: length → h.1, vi: dài → h.1 } }
            """;
        var (english, vietnamese) = (Scenes.Read(text), Scenes.Read(text, "language=vi"));
        Assert.Equal(["length", "width"], english.Network.Inputs.ToArray());
        Assert.Equal(["dài", "rộng"], vietnamese.Network.Inputs.ToArray());
        Assert.Equal("dài", vietnamese.Network.Find(((FocusedOptions)vietnamese.Phases[4]).Focus[0]) is { Layer: 1, Unit: 0 } ? "dài" : "");
    }

    [Fact]
    public void What_is_said_may_be_in_several_languages_and_so_may_its_recording()
    {
        var text = $$"""
            {{Rest}}
            phases:
              - forward: { say: { en: Look!, vi: "Hãy nhìn!" } }
              - loss: { say: { text: { en: How wrong?, vi: Sai bao nhiêu? } } }
            """;
        Assert.Equal(["Look!", "How wrong?"], Scenes.Read(text).Phases.Select(phase => phase.Say!.Text));
        Assert.Equal(["Hãy nhìn!", "Sai bao nhiêu?"], Scenes.Read(text, "language=vi").Phases.Select(phase => phase.Say!.Text));
    }

    [Fact]
    public void A_problem_of_a_text_is_told_where_that_text_stands() => Scenes.AssertRefused($$"""
        title:
          en: Gradients
          vi: "{{new string('x', 501)}}"
        language: vi
        {{Rest}}
        phases: [forward]
        """, $"s.yaml:3:7: error: title: expected text of up to 500 characters, found {Found()}");

    static string Found() => "'" + new string('x', 40) + "…'";

    [Theory]
    [InlineData(
        "language: english", "s.yaml:1:11: error: language: expected the tag of a language, such as en, vi or pt-BR, found 'english'")]
    [InlineData(
        "language: pt_BR", "s.yaml:1:11: error: language: expected the tag of a language, such as en, vi or pt-BR, found 'pt_BR'",
        "  hint: with a hyphen: pt-BR")]
    [InlineData("title: { english: Look! }", "s.yaml:1:8: error: title: expected text of up to 500 characters, found keys and values")]
    [InlineData("video: { fps: { en: 30, vi: 60 } }", "s.yaml:1:15: error: fps: expected")]
    public void What_is_no_language_or_not_spoken_is_refused(string line, params string[] expected)
    {
        var result = Scenes.Parse($"{line}\n{Rest}\nphases: [forward]");
        Assert.Null(result.Scene);
        var told = Assert.Single(result.Diagnostics).ToString().Split('\n');
        for (var i = 0; i < expected.Length; i++) Assert.StartsWith(expected[i], told[i], StringComparison.Ordinal);
    }

    [Fact]
    public void Norwegian_is_a_language_and_not_a_refusal() =>
        Assert.Equal("no", Scenes.Read($"language: no\n{Rest}\nphases: [forward]").Language);

    [Fact]
    public void One_language_of_a_text_can_be_overridden() => Assert.Equal(
        "Nhìn kìa!", Scenes.Read($$"""
            language: vi
            {{Rest}}
            phases: [{ forward: { caption: { en: Look!, vi: Hãy nhìn! } } }]
            """, "phases.forward.caption.vi=Nhìn kìa!").Phases[0].Caption);
}
