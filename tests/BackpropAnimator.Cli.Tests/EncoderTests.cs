using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BackpropAnimator.Cli.Tests;

/// <summary>How videos are encoded, and how fast.</summary>
public sealed class EncoderTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("", "crf=16.0", "bframes=4")]
    [InlineData("--draft", "crf=22.0", "subme=0")]
    [InlineData("--draft --crf 30", "crf=30.0", "subme=0")]
    [InlineData("--tune stillimage --preset medium", "deblock=1:-3:-3", "subme=7")]
    [InlineData("--set video.crf=33", "crf=33.0", "bframes=4")]
    [InlineData("--set video.crf=33 --draft", "crf=22.0", "subme=0")]
    public void Options_come_before_the_draft_and_the_draft_before_the_scene(string options, params string[] settings)
    {
        string[] words = ["render", bench.Scene, "-o", bench["clip.mp4"], "-q", "--no-cache", "--phase", "loss", .. bench.PathsIn(options)];
        Backprop.Run(words).Expect(0);

        // x264 writes its settings into the stream.
        var stream = Encoding.Latin1.GetString(File.ReadAllBytes(bench["clip.mp4"]));
        Assert.All(settings, setting => Assert.Contains(setting, stream));
    }

    [Theory]
    [InlineData("--crf 52", "--crf takes 0 to 51, not 52")]
    [InlineData("--preset swift", "swift")]
    [InlineData("--tune music", "music")]
    public void What_the_encoder_does_not_know_is_told(string options, string words)
    {
        var outcome = Backprop.Run(["render", bench.Scene, "-o", bench["clip.mp4"], .. options.Split(' ')]).Expect(2);
        Assert.Contains(words, outcome.Error);
        Assert.Empty(bench.Made);
    }

    [Fact]
    public void Programs_are_told_ffmpegs_arguments_before_the_first_frame()
    {
        var events = Backprop.Run("render", bench.Scene, "-o", bench["clip.mp4"], "--json", "--crf", "21", "--phase", "loss")
            .Expect(0).Output.Split('\n');

        var started = JsonNode.Parse(events[0])!;
        Assert.Equal("started", (string?)started["event"]);
        Assert.Contains("-video_size 320x180 -framerate 30", (string?)started["ffmpeg_arguments"]);
        Assert.Contains("-c:v libx264", (string?)started["ffmpeg_arguments"]);
        Assert.Contains("-crf 21", (string?)started["ffmpeg_arguments"]);
    }

    [Fact]
    public void Bench_tells_how_fast_frames_are_drawn_encoded_and_rendered()
    {
        var output = Backprop.Run("bench", bench.Scene, "--repeat", "1", "--draft").Expect(0).Output;

        // Frames, seconds and frames a second of all 45 frames, and of the longest phase.
        var rows = Regex.Matches(output, @" (\d+) +(\d+\.\d\d) +(\d+) ");
        Assert.Equal(["45", "21", "21"], rows.Select(row => row.Groups[1].Value));
        Assert.All(rows, row => Assert.InRange(double.Parse(row.Groups[3].Value, CultureInfo.InvariantCulture), 1, 1e6));
        Assert.Matches(@"\d\.\d\d × the encoder alone", output);
        Assert.Contains("The encoder alone read its frames from ", output);
    }
}
