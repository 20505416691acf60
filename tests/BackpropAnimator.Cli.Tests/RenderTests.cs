using System.Diagnostics;
using System.Text;

namespace BackpropAnimator.Cli.Tests;

public sealed class RenderTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_render_is_h264_for_every_player_with_exactly_the_frames_of_the_lesson()
    {
        var outcome = Backprop.Run("render", bench.Scene, "-o", bench["clip.mp4"]).Expect(0);

        Assert.Equal("", outcome.Output);
        Assert.Matches(@"clip\.mp4: 45 frames in [\d.]+ s", outcome.Error);
        Assert.Equal(["clip.mp4"], bench.Made);
        Assert.Equal(
            [
                "codec_name=h264", "profile=High", "width=320", "height=180", "pix_fmt=yuv420p", "color_range=tv", "color_space=bt709",
                "color_transfer=bt709", "color_primaries=bt709", "r_frame_rate=30/1", "duration=1.500000", "nb_read_frames=45",
            ],
            Tool.Probe(
                bench["clip.mp4"],
                "stream=codec_name,profile,width,height,pix_fmt,color_range,color_space,color_transfer,color_primaries," +
                "r_frame_rate,duration,nb_read_frames"));
    }

    [Fact]
    public void A_render_can_be_played_before_it_is_loaded_and_lists_the_phases_as_chapters()
    {
        Backprop.Run("render", bench.Scene, "-o", bench["clip.mp4"], "--quiet").Expect(0);

        var file = File.ReadAllBytes(bench["clip.mp4"]).AsSpan();
        var (index, media) = (file.IndexOf("moov"u8), file.IndexOf("mdat"u8));
        Assert.True(index > 0 && index < media, $"moov at {index}, mdat at {media}");

        var chapters = Tool.Text("ffprobe", "-v", "error", "-show_chapters", "-of", "csv=p=0", bench["clip.mp4"])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["0.000000", "0.500000", "1.200000"], chapters.Select(line => line.Split(',')[3]));
        Assert.Contains(
            "title=A short lesson",
            Tool.Probe(bench["clip.mp4"], "format_tags=title").Select(line => line.Replace("TAG:", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_renders_of_a_scene_have_the_same_frames_however_many_jobs_they_use()
    {
        Backprop.Run("render", bench.Scene, "-o", bench["one.mp4"], "-q", "--no-cache", "--jobs", "1").Expect(0);
        Backprop.Run("render", bench.Scene, "-o", bench["two.mp4"], "-q", "--no-cache", "--jobs", "3").Expect(0);

        var frames = Tool.FrameMd5(bench["one.mp4"]);
        Assert.Equal(45, frames.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => !line.StartsWith('#')));
        Assert.Equal(frames, Tool.FrameMd5(bench["two.mp4"]));
    }

    [Theory]
    [InlineData("clip.mp4")]
    [InlineData("clip.gif")]
    public void A_video_that_nothing_has_changed_is_left_as_it_is(string name)
    {
        string[] render = ["render", bench.Scene, "-o", bench[name], "--cache", bench["cache"]];
        Backprop.Run(render).Expect(0);
        var longAgo = new DateTime(2020, 2, 2, 2, 2, 2, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(bench[name], longAgo);

        Assert.Matches(@"45 frames in .* \(45 of them from the cache\)", Backprop.Run(render).Expect(0).Error);
        Assert.Equal(longAgo, File.GetLastWriteTimeUtc(bench[name]));

        Backprop.Run([.. render, "--set", "phases.loss.caption=How wrong?"]).Expect(0);
        Assert.NotEqual(longAgo, File.GetLastWriteTimeUtc(bench[name]));
    }

    [Fact]
    public void Size_rate_and_any_key_can_be_set_on_the_command_line()
    {
        Backprop.Run(
            "render", bench.Scene, "-o", bench["clip.mp4"], "--size", "256x144", "--fps", "30000/1001", "--set", "phases.intro.duration=1s",
            "--set", "phases[2].duration=300ms", "-q").Expect(0);

        // 1.0 + 0.7 + 0.3 seconds at 29.97 frames a second are 59.94 frames.
        Assert.Equal(
            ["width=256", "height=144", "r_frame_rate=30000/1001", "nb_read_frames=60"],
            Tool.Probe(bench["clip.mp4"], "stream=width,height,r_frame_rate,nb_read_frames"));
    }

    [Fact]
    public void Without_an_output_the_video_goes_to_the_output_folder_under_the_scenes_name()
    {
        BuiltProgram.RunIn(bench.Folder, "render", "lesson.yaml", "-q").Expect(0);
        Assert.Equal(["lesson.mp4"], Directory.GetFiles(bench["output"]).Select(Path.GetFileName));
    }

    [Fact]
    public void A_quiet_render_says_nothing()
    {
        var outcome = Backprop.Run("render", bench.Scene, "-o", bench["clip.mp4"], "--quiet").Expect(0);
        Assert.Equal(("", ""), (outcome.Output, outcome.Error));
    }

    [Fact]
    public void A_target_that_a_shell_would_misread_is_taken_as_it_is()
    {
        BuiltProgram.RunIn(bench.Folder, "render", "lesson.yaml", "-o", "-f null; %d 'x' ü.mp4", "-q").Expect(0);
        Assert.Equal(["-f null; %d 'x' ü.mp4"], bench.Made);
    }

    [Fact]
    public void What_a_scene_says_reaches_ffmpeg_as_text_and_never_as_an_option()
    {
        var title = "-i /etc/passwd; $(touch hacked) \\ = # [CHAPTER] \" -y";
        bench.Write("lesson.yaml", Workbench.ShortScene.Replace("A short lesson", $"'{title}'", StringComparison.Ordinal));

        Backprop.Run("render", bench.Scene, "-o", bench["clip.mp4"], "-q").Expect(0);

        Assert.Equal(["clip.mp4"], bench.Made);
        Assert.Equal(
            title,
            Tool.Text("ffprobe", "-v", "error", "-show_entries", "format_tags=title", "-of", "default=nw=1:nk=1", bench["clip.mp4"])
                .Trim());
    }

    [Fact]
    public void The_encoders_options_are_those_of_the_command_line()
    {
        string[] options = ["--preset", "ultrafast", "-q", "--phase", "forward"];
        Backprop.Run(["render", bench.Scene, "-o", bench["fine.mp4"], "--crf", "10", .. options]).Expect(0);
        Backprop.Run(["render", bench.Scene, "-o", bench["coarse.mp4"], "--crf", "45", .. options]).Expect(0);

        // x264 writes its settings into the stream.
        Assert.Contains("crf=10.0", Encoding.Latin1.GetString(File.ReadAllBytes(bench["fine.mp4"])));
        Assert.Contains("crf=45.0", Encoding.Latin1.GetString(File.ReadAllBytes(bench["coarse.mp4"])));
        Assert.True(new FileInfo(bench["fine.mp4"]).Length > new FileInfo(bench["coarse.mp4"]).Length);
    }

    // But for one with a %, of which .NET itself dies before it comes to us.
    [Theory]
    [InlineData("mp4")]
    [InlineData("gif")]
    public void The_folder_for_temporary_files_may_have_any_name_and_is_left_empty(string extension)
    {
        var temporary = bench["-a: b|c 'd' \"e\"\nf\\"];
        Directory.CreateDirectory(temporary);
        var start = BuiltProgram.StartInfo(
            BuiltProgram.File, "render", bench.Scene, "-o", bench["clip." + extension], "--no-cache", "-q", "--to", "0.5s", "--fps", "25");
        start.Environment["TMPDIR"] = temporary;

        var outcome = BuiltProgram.Finish(Process.Start(start)!).Expect(0);

        Assert.Equal(("", ""), (outcome.Output, outcome.Error));
        Assert.True(File.Exists(bench["clip." + extension]));
        Assert.Empty(Directory.GetFileSystemEntries(temporary));
    }
}
