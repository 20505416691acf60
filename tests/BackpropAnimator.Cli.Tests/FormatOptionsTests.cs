using System.Text.Json.Nodes;

namespace BackpropAnimator.Cli.Tests;

/// <summary>Formats, codecs and transparency, as the program's users ask for them, and how much memory it may take.</summary>
public sealed class FormatOptionsTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("clip.webm", "", "vp9", "yuv420p")]
    [InlineData("clip.mov", "", "prores", "yuv422p10le")]
    [InlineData("clip.mov", "--transparent", "prores", "yuva444p12le")]
    [InlineData("clip.gif", "", "gif", "bgra")]
    [InlineData("clip.apng", "--transparent", "apng", "rgba")]
    [InlineData("clip.mp4", "--codec h265 --crf 30 --preset ultrafast", "hevc", "yuv420p")]
    [InlineData("clip", "--format webm --codec av1 --preset ultrafast", "av1", "yuv420p")]
    public void The_name_or_an_option_tells_the_format(string name, string options, string codec, string pixels)
    {
        Backprop.Run(["render", bench.Scene, "-o", bench[name], "-q", "--phase", "intro", .. bench.PathsIn(options)]).Expect(0);

        Assert.Equal([name], bench.Made);
        Assert.Equal(
            [$"codec_name={codec}", "width=320", "height=180", $"pix_fmt={pixels}", "nb_read_frames=15"],
            Tool.Probe(bench[name], "stream=codec_name,width,height,pix_fmt,nb_read_frames"));
    }

    [Fact]
    public void A_transparent_webm_has_its_alpha_in_the_browsers_way()
    {
        Backprop.Run("render", bench.Scene, "-o", bench["clip.webm"], "-q", "--transparent", "--phase", "loss").Expect(0);
        var tags = Tool.Text("ffprobe", "-v", "error", "-show_entries", "stream_tags", bench["clip.webm"]);
        Assert.Contains("alpha_mode=1", tags, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            9, Tool.FrameMd5(bench["clip.webm"]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => !line.StartsWith('#')));
    }

    [Fact]
    public void Without_an_output_the_name_ends_as_the_format_does()
    {
        BuiltProgram.RunIn(bench.Folder, "render", "lesson.yaml", "-q", "--codec", "prores", "--phase", "loss").Expect(0);
        Assert.Equal(["lesson.mov"], Directory.GetFiles(bench["output"]).Select(Path.GetFileName));
    }

    [Fact]
    public void A_scene_that_is_too_fast_for_a_GIF_is_rendered_at_a_part_of_its_rate_and_that_is_told()
    {
        var outcome = Backprop.Run("render", bench.Scene, "-o", bench["clip.gif"], "--fps", "60", "--phase", "loss").Expect(0);
        Assert.StartsWith("note: gif shows at most 50 frames a second; rendering at 30 instead of 60\n", outcome.Error);
        Assert.Equal(["nb_read_frames=9"], Tool.Probe(bench["clip.gif"], "stream=nb_read_frames"));
    }

    [Theory]
    [InlineData("-o @/clip.avi", "the name 'clip.avi' does not tell the format; let it end in .mp4, .webm, .mov, .gif")]
    [InlineData("-o @/clip.mp4 --format webm", "the name 'clip.mp4' is that of mp4, not of webm")]
    [InlineData("-o @/clip.webm --codec h264", "h264 does not go into webm; webm takes vp9 or av1")]
    [InlineData("-o @/clip.mp4 --transparent", "mp4 cannot be transparent; webm with vp9, mov with prores, apng")]
    [InlineData("-o @/clip.mov --crf 20", "--crf says nothing to prores; it is for h264, h265, av1")]
    [InlineData("-o @/clip.gif --preset slow", "--preset says nothing to gif; it is for h264, h265, av1")]
    [InlineData("-o @/clip.webm --tune animation", "--tune says nothing to vp9; it is for h264")]
    [InlineData("--format avi", "'avi' not recognized")]
    [InlineData("--codec mpeg2", "'mpeg2' not recognized")]
    [InlineData("--memory lots", "'lots' is not a size of memory; write 4GB or 512MB")]
    [InlineData("--jobs 0", "--jobs takes 1 or more, not 0")]
    [InlineData("--stall-timeout 0s", "--stall-timeout takes a time above zero")]
    public void What_makes_no_sense_is_told_with_what_would_work(string options, string words)
    {
        var outcome = Backprop.Run(["render", bench.Scene, .. bench.PathsIn(options)]).Expect(2);
        Assert.Contains(words, outcome.Error);
        Assert.Empty(bench.Made);
    }

    [Fact]
    public void Json_begins_with_what_FFmpeg_is_told()
    {
        string[] options = ["--json", "--codec", "h265", "--preset", "ultrafast", "--crf", "20", "--phase", "loss"];
        var outcome = Backprop.Run(["render", bench.Scene, "-o", bench["clip.mp4"], .. options]).Expect(0);

        var started = JsonNode.Parse(outcome.Output.Split('\n')[0])!;
        Assert.Equal("started", (string)started["event"]!);
        var arguments = (string)started["ffmpeg_arguments"]!;
        Assert.StartsWith("-f rawvideo -pixel_format yuv420p -video_size 320x180 -framerate 30/1 ", arguments);
        Assert.Contains(" -i pipe:0 -c:v libx265 -pix_fmt yuv420p -tag:v hvc1 -preset ultrafast -crf 22 ", arguments);
        Assert.EndsWith(" -f mp4", arguments);
    }

    [Fact]
    public void A_picture_that_takes_too_much_memory_is_refused_with_the_figure()
    {
        var outcome =
            Backprop.Run("render", bench.Scene, "-o", bench["clip.mp4"], "-q", "--size", "8192x8192", "--memory", "2GB").Expect(3);
        Assert.Equal(
            "error: 1 job at 8192x8192 would take 6.44 GB of memory, more than the 2 GB allowed; choose a smaller --size, or allow more " +
                "with --memory.\n",
            outcome.Error);
        Assert.Empty(bench.Made);
    }

    [Fact]
    public void A_picture_larger_than_any_player_takes_is_refused_as_a_mistake_of_the_scene() =>
        Assert.Contains(
            "--set video.size=30000x30000: error: size",
            Backprop.Run("render", bench.Scene, "-o", bench["clip.mp4"], "--size", "30000x30000").Expect(1).Error);
}
