using System.Text.Json.Nodes;

namespace BackpropAnimator.Cli.Tests;

/// <summary>Scenes that speak, as the commands take them.</summary>
public sealed class VoiceTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    const string Packets = "Here {packets} they go, every one of them times its weight.";

    string Speaking(string voice = "{}", string say = Packets) => bench.Write("lesson.yaml", $$"""
        title: It speaks
        video: { size: 320x180, fps: 30 }
        network: { layers: [2, 2, 1], seed: 3 }
        example: { input: [0.5, 0.9], target: [1] }
        voice: {{voice}}
        phases:
          - forward: { duration: 1s, say: "{{say}}" }
          - loss: { duration: 1s, caption: "And that is wrong." }
        """);

    static double DurationOf(params string[] arguments) =>
        JsonNode.Parse(Backprop.Run(["timeline", .. arguments, "--json"]).Expect(0).Output)!["duration"]!.GetValue<double>();

    [Fact]
    public void Every_command_keeps_the_time_of_the_voice_unless_it_is_told_to_be_silent()
    {
        var scene = Speaking();
        Assert.Equal(2, DurationOf(scene, "--no-voice"));
        Assert.InRange(DurationOf(scene), 4, 8);
        Assert.Contains("ok", Backprop.Run("check", scene).Expect(0).Output);
        Backprop.Run("still", scene, "--at", "3.5s", "-o", bench["still.png"]).Expect(0);
        var silent = Backprop.Run("still", scene, "--no-voice", "--at", "3.5s", "-o", bench["s.png"]).Expect(2);
        Assert.Contains("the lesson lasts 2 s", silent.Error);
    }

    [Fact]
    public void The_timeline_tells_marks_and_the_moments_that_fall_on_them()
    {
        var phase = JsonNode.Parse(Backprop.Run("timeline", Speaking(), "--json").Expect(0).Output)!["phases"]![0]!;
        var mark = phase["spoken"]!["marks"]![0]!["time"]!.GetValue<double>();
        var moment = phase["moments"]!.AsArray().First(found => found!["name"]!.GetValue<string>() == "packets")!;
        Assert.Equal(mark, moment["time"]!.GetValue<double>(), 1e-3);
    }

    [Fact]
    public void The_script_has_what_is_said_with_its_times_and_tells_which_recordings_are_missing()
    {
        var scene = Speaking();
        var script = Backprop.Run("script", scene).Expect(0).Output;
        Assert.Matches(@"0:00\.0–0:0\d\.\d  forward\n    Here \[0:0\d\.\d packets\] they go, every one", script);
        Assert.Contains("    [And that is wrong.]\n", script);

        Assert.Contains("1 recording missing in", Backprop.Run("script", scene, "--record-with", bench.Folder).Expect(0).Output);
    }

    [Fact]
    public void Captions_stand_in_the_script_in_words_and_where_there_are_several_each_with_its_time()
    {
        var scene = bench.Write("captions.yaml", """
            network: { layers: [2, 2, 1], seed: 3 }
            example: { input: [0.5, 0.9], target: [1] }
            phases:
              - forward: { duration: 3s, caption: "Through *every*\nweight $w_1$" }
              - loss: { duration: 10s, captions: [{ at: 20%, text: 'How **wrong**' }, { at: 6s, text: 'is $\hat{y}$?' }] }
            """);
        Assert.EndsWith(
            "0:00.0–0:03.0  forward\n    [Through every weight w_1]\n\n" +
                "0:03.0–0:13.0  loss\n    0:05.0  [How wrong]\n    0:09.0  [is ŷ?]\n",
            Backprop.Run("script", scene).Expect(0).Output);
    }

    [Fact]
    public void A_batch_speaks_each_of_its_languages_in_tracks_of_their_own()
    {
        bench.Write("spoken.yaml", """
            title: { en: Backwards, vi: Đi ngược }
            video: { size: 160x90, fps: 10 }
            network: { layers: [1, 1], seed: 3 }
            example: { input: [0.5], target: [1] }
            phases: [{ forward: { duration: 0.5s, say: { text: { en: "It {packets} goes on.", vi: "Nó {packets} đi." } } } }]
            """);
        var variants = bench.Write("v.yaml", "scene: spoken.yaml\noutput: videos/{name}.mp4\nmatrix: { language: [en, vi] }\n");
        Backprop.Run("batch", variants, "-q").Expect(0);

        Assert.Equal(
            ["en.mp4", "en.srt", "en.vtt", "vi.mp4", "vi.srt", "vi.vtt"],
            Directory.GetFiles(bench["videos"], "*.*").Select(Path.GetFileName).Where(name => name![0] != '.').Order());
        Assert.Equal(["h264,video,und", "aac,audio,eng", "mov_text,subtitle,eng"], StreamsOf("en"));
        Assert.Equal(["h264,video,und", "aac,audio,vie", "mov_text,subtitle,vie"], StreamsOf("vi"));
        Assert.Contains("It goes on.", Subtitles("en"));
        Assert.Contains("Nó đi.", Subtitles("vi"));
        // As long as what is said takes, in picture and sound.
        Assert.All(["en", "vi"], language => Assert.Equal(LengthOf("v", language), LengthOf("a", language), 0.1));
        Assert.NotEqual(LengthOf("v", "en"), LengthOf("v", "vi"));

        // A fourth one are the chapters.
        string[] StreamsOf(string language) => Tool.Text(
            "ffprobe", "-v", "error", "-show_entries", "stream=codec_type,codec_name:stream_tags=language", "-of", "csv=p=0",
            bench[$"videos/{language}.mp4"]).Split('\n', StringSplitOptions.RemoveEmptyEntries)[..3];
        string Subtitles(string language) =>
            Tool.Text("ffmpeg", "-v", "error", "-i", bench[$"videos/{language}.mp4"], "-map", "0:s", "-f", "srt", "-");
        double LengthOf(string stream, string language) => double.Parse(Tool.Text(
            "ffprobe", "-v", "error", "-select_streams", stream, "-show_entries", "stream=duration", "-of", "csv=p=0",
            bench[$"videos/{language}.mp4"]), System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_recording_that_is_there_is_used_and_its_time_kept()
    {
        var scene = Speaking();
        BuiltProgram.TextOf("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=duration=7", bench["forward.wav"]);

        Assert.Contains("Nothing is missing", Backprop.Run("script", scene, "--record-with", bench.Folder).Expect(0).Output);
        Assert.Equal(0.3 + 7 + 0.6 + 1, DurationOf(scene, "--record-with", bench.Folder), 0.05);
    }

    [Fact]
    public void An_engine_that_fails_is_told_at_the_line_of_the_text_together_with_all_other_problems()
    {
        var outcome = Backprop.Run("check", Speaking("{ voice: xx }", say: "Here they go.")).Expect(1);
        Assert.Contains("lesson.yaml:7:35: error: say: espeak-ng failed with exit code", outcome.Error);
        Backprop.Run("check", bench.Scene, "--no-voice").Expect(0);
    }
}
