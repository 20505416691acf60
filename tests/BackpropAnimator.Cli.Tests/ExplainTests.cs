using System.Text.Json.Nodes;

namespace BackpropAnimator.Cli.Tests;

/// <summary>What a render tells of its chunks.</summary>
public sealed class ExplainTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    JsonNode[] Explain(params string[] options) =>
    [
        .. Backprop.Run(["render", bench.Scene, "-o", bench["clip.mp4"], "--cache", bench["cache"], "--json", "--explain", .. options])
            .Expect(0).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)
                .Where(e => (string?)e["event"] == "chunk"),
    ];

    static string[] Told(IEnumerable<JsonNode> chunks) =>
        [.. chunks.Select(c => $"{c["phase"]}: " +
            $"{((bool)c["reused"]! ? "reused" : $"{c["frames_differing"]?.ToString() ?? "?"} of {c["frames"]} frames differ")}")];

    [Fact]
    public void The_first_render_has_nothing_to_be_compared_with_and_the_second_reuses_everything()
    {
        var first = Explain();
        Assert.Equal(["intro: ? of 15 frames differ", "forward: ? of 21 frames differ", "loss: ? of 9 frames differ"], Told(first));
        Assert.All(first, chunk => Assert.Equal("there is no earlier render of this scene to compare with", (string?)chunk["why"]));

        Assert.Equal(["intro: reused", "forward: reused", "loss: reused"], Told(Explain()));
    }

    [Fact]
    public void A_caption_changes_the_frames_of_its_phase_alone()
    {
        Explain();
        var chunks = Explain("--set", "phases.loss.caption=How wrong?");

        Assert.Equal(["intro: reused", "forward: reused", "loss: 8 of 9 frames differ"], Told(chunks));
        Assert.Equal(
            "phases.loss.caption is 'How wrong?', which is new; 8 of 9 frames differ, from 1.23 s on: \"How wrong?\" is new",
            (string?)chunks[2]["why"]);
    }

    [Fact]
    public void A_change_of_the_network_is_told_by_its_key_and_by_the_numbers_that_it_changes()
    {
        Explain();
        var chunks = Explain("--set", "example.target=[0.25]");

        var why = (string?)chunks[2]["why"];
        Assert.StartsWith("example.target[0] is '0.25' and was '1'; ", why);
        Assert.Contains("0.25\"", why);
        Assert.DoesNotContain("Disc", why);
        Assert.DoesNotContain("TextLine", why);
    }

    [Fact]
    public void A_phase_that_was_never_rendered_is_not_called_the_same_as_before()
    {
        Explain("--phase", "intro");
        var chunks = Explain();

        Assert.Equal(["intro: reused", "forward: ? of 21 frames differ", "loss: ? of 9 frames differ"], Told(chunks));
        Assert.All(chunks[1..], chunk => Assert.Equal("the last render had no such frames", (string?)chunk["why"]));
    }

    [Theory]
    [InlineData("--aspect", "9:16")]
    [InlineData("--quality", "480p")]
    [InlineData("--fps", "30000/1001")]
    public void The_last_render_had_the_size_and_the_rate_that_the_command_line_gave_it(string option, string value)
    {
        Explain(option, value);
        Assert.All(Explain(option, value), chunk => Assert.True((bool)chunk["reused"]!));

        var chunks = Explain(option, value, "--set", "phases.loss.title=How wrong?");
        Assert.Equal(["intro: reused", "forward: reused", "loss: 8 of 9 frames differ"], Told(chunks));
    }

    [Fact]
    public void A_longer_phase_leaves_the_frames_of_those_after_it_as_they_were()
    {
        Explain();
        var chunks = Explain("--set", "phases.forward.duration=1.2s");

        Assert.Equal(["intro: reused", "loss: reused"], Told([chunks[0], chunks[2]]));
        Assert.StartsWith("forward: ", Told(chunks)[1]);
    }

    [Fact]
    public void Other_settings_of_the_encoder_render_equal_frames_anew()
    {
        Explain();
        var chunks = Explain("--crf", "40");

        Assert.Equal(["intro: 0 of 15 frames differ", "forward: 0 of 21 frames differ", "loss: 0 of 9 frames differ"], Told(chunks));
        Assert.All(chunks, chunk => Assert.Contains("encoded differently", (string?)chunk["why"]));
    }

    [Fact]
    public void Without_a_cache_there_is_nothing_to_explain() =>
        Assert.Contains(
            "--explain", Backprop.Run("render", bench.Scene, "-o", bench["clip.mp4"], "--explain", "--no-cache").Expect(2).Error);

    [Fact]
    public void On_a_terminal_the_chunks_are_a_table()
    {
        var output =
            Backprop.Run("render", bench.Scene, "-o", bench["clip.mp4"], "--cache", bench["cache"], "--explain", "-q").Expect(0).Output;
        Assert.Matches(@"forward +0\.50–1\.20 +21 +rendered: there is no earlier render", output);
    }
}
