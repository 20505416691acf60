using BackpropAnimator.Lessons;

namespace BackpropAnimator.Script.Tests;

/// <summary>What scenes may say, and what is wrong with it.</summary>
public class SayTests
{
    static ReadResult Read(string say, string voice = "espeak-ng", bool allowPlugins = true) => SceneReader.Parse(
        $"""
        network: {"{ layers: [2, 2, 1], seed: 3 }"}
        example: {"{ input: [0.5, 0.9], target: [1] }"}
        voice: {voice}
        phases:
          - forward:
              say: {say}
        """,
        "scene.yaml", [], plugins: allowPlugins ? new PhaseAssemblies() : null);

    [Fact]
    public void A_text_is_cut_at_its_marks_and_its_line_breaks_are_spaces()
    {
        var spoken = SpokenText.Parse("First\n  this {packets} then,\n{ arrive }that.");
        Assert.Equal(["First this", "then,", "that."], spoken.Pieces.AsEnumerable());
        Assert.Equal([("packets", 14), ("arrive", 30)], spoken.Marks.Select(mark => (mark.Name, mark.At)));
        Assert.Equal("First this then, that.", spoken.Words);
        Assert.Null(spoken.Flaw);
    }

    [Theory]
    [InlineData("On {packet} they go", "say: 'forward' has no moment 'packet'", 6, 16)]
    [InlineData("On {packets they go", "say: a brace here makes no mark", 6, 15)]
    [InlineData("On } they go", "say: a brace here makes no mark", 6, 15)]
    [InlineData("'{packets}'", "say: there is nothing to be said", 6, 12)]
    [InlineData("{ marks_at: 2s, text: Go }", "marks_at: without a recording marks have their times by themselves", 6, 24)]
    public void What_cannot_be_said_is_told_at_its_place(string say, string message, int line, int column)
    {
        var problem = Assert.Single(Read(say).Diagnostics);
        Assert.Equal((message, line, column), (problem.Message, problem.Position.Line, problem.Position.Column));
        Assert.NotNull(problem.Hint);
    }

    [Theory]
    [InlineData("piper", "voice: piper needs a voice")]
    [InlineData("command", "voice: there is no 'command'")]
    [InlineData("{ command: [tts, \"{text}\"] }", "command: no argument says which file to write")]
    [InlineData("{ engine: piper, model: ../voice.onnx }", "model: '../voice.onnx' is outside the scene's folder")]
    public void An_engine_has_what_it_needs(string voice, string message) =>
        Assert.Equal(message, Assert.Single(Read("Go!", voice).Diagnostics).Message);

    [Fact]
    public void A_command_of_the_scenes_own_runs_only_where_its_programs_may()
    {
        const string voice = "{ command: [tts, \"{text}\", \"{wav}\"] }";
        Assert.Empty(Read("Go!", voice).Diagnostics);
        var problem = Assert.Single(Read("Go!", voice, allowPlugins: false).Diagnostics);
        Assert.Equal("command: 'tts' is a program, and the scene may not run it", problem.Message);
        Assert.Contains("--allow-plugins", problem.Hint);
    }

    [Theory]
    [InlineData("espeak", SpeechEngine.EspeakNg)]
    [InlineData("espeak-ng", SpeechEngine.EspeakNg)]
    [InlineData("{ voice: de, speed: 1.2 }", SpeechEngine.EspeakNg)]
    [InlineData("{ model: voice.onnx }", SpeechEngine.Piper)]
    [InlineData("{ command: [tts, \"{wav}\"] }", SpeechEngine.Command)]
    public void The_engine_follows_from_what_is_written(string voice, SpeechEngine engine) =>
        Assert.Equal(engine, Read("Go!", voice).Scene!.Voice.EngineMeant);

    [Fact]
    public void Each_language_has_words_of_its_own() =>
        Assert.Equal("Đi!", SceneReader.Parse(
            """
            language: vi
            network: { layers: [2, 2, 1], seed: 3 }
            example: { input: [0.5, 0.9], target: [1] }
            phases: [{ forward: { say: { en: Go!, vi: Đi! } } }]
            """, "scene.yaml", []).Scene!.Phases[0].Say!.Text);
}
