using System.Diagnostics;

namespace BackpropAnimator.Cli.Tests;

/// <summary>What goes wrong around the program ends it with exit code 3 and the cause, and Ctrl-C with 130; nothing is left behind.</summary>
public sealed class FaultTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    // A search path on which only this ffmpeg and the real ffprobe are.
    string PathWith(string ffmpeg)
    {
        bench.WriteProgram("bin/ffmpeg", ffmpeg);
        if (!File.Exists(bench["bin/ffprobe"])) File.CreateSymbolicLink(bench["bin/ffprobe"], Tool.PathOf("ffprobe"));
        return $"{bench["bin"]}:/usr/bin:/bin";
    }

    Outcome RenderWithPath(string path)
    {
        Directory.CreateDirectory(bench["target"]);
        var outcome = Backprop.RunWithPath(path, "render", bench.Scene, "-o", bench["target/clip.mp4"], "-q").Expect(3);
        Assert.Equal("", outcome.Output);
        Assert.Single(outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(Directory.GetFileSystemEntries(bench["target"]));
        return outcome;
    }

    [Fact]
    public void Without_ffmpeg_the_program_says_how_to_get_it() =>
        Assert.Contains("error: The program 'ffmpeg' was not found; install FFmpeg", RenderWithPath(bench["nothing"]).Error);

    [Theory]
    [InlineData("echo 'Unknown encoder' >&2; exit 1", "FFmpeg stopped with exit code 1: Unknown encoder")]
    [InlineData("head -c 400000 > /dev/null; echo 'Conversion failed!' >&2; exit 7", "FFmpeg stopped with exit code 7: Conversion failed!")]
    [InlineData("head -c 400000 > /dev/null; kill -9 $$", "FFmpeg stopped with exit code 137")]
    [InlineData("cat > /dev/null", "FFmpeg ended without an error but ")]
    [InlineData("head -c 400000 > /dev/null; echo 'av_interleaved_write_frame(): No space left on device' >&2; exit 1", "The disk is full")]
    public void An_ffmpeg_that_fails_is_told_by_its_cause(string ffmpeg, string cause) =>
        Assert.Contains(cause, RenderWithPath(PathWith(ffmpeg)).Error);

    // Not even root makes files there.
    [Theory]
    [InlineData("render", "/sys/kernel/clip.mp4")]
    [InlineData("still --at 1s", "/sys/kernel/still.png")]
    [InlineData("sheet", "/sys/kernel/sheet.png")]
    [InlineData("frames", "/sys/kernel/frames")]
    [InlineData("render", "/absent/clip.mp4")]
    public void A_place_that_cannot_be_written_is_told_by_name(string command, string target)
    {
        var outcome = Backprop.Run([.. command.Split(' '), bench.Scene, "-o", target]).Expect(3);
        Assert.Contains("error: Cannot write " + target, outcome.Error);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_signal_ends_a_render_with_nothing_left_behind(string signal)
    {
        using var render = StartLongRender();
        Tool.Text("kill", "-" + signal, $"{render.Id}");

        var outcome = Backprop.Finish(render).Expect(130);

        Assert.Contains("Cancelled", outcome.Error);
        Assert.Equal(["cache"], bench.Made);
        Assert.DoesNotContain(Directory.GetFiles(bench["cache/chunks"]), file => file.EndsWith(".part", StringComparison.Ordinal));
        Assert.False(Tool.IsEncoding(bench["cache"]));
    }

    [Fact]
    public void A_render_that_is_killed_leaves_no_video_and_no_ffmpeg_and_can_be_started_again()
    {
        using var render = StartLongRender();
        render.Kill();
        render.WaitForExit();

        // FFmpeg finds its input at an end, finishes what it has and goes.
        Wait.Until(() => !Tool.IsEncoding(bench["cache"]));
        Assert.False(File.Exists(bench["clip.mp4"]));

        Backprop.RunIn(bench.Folder, "render", "lesson.yaml", "-o", "clip.mp4", "--cache", "cache", "-q").Expect(0);
        Assert.Equal(["nb_read_frames=45"], Tool.Probe(bench["clip.mp4"], "stream=nb_read_frames"));
    }

    [Fact]
    public void A_second_render_to_the_same_file_says_so_and_the_first_goes_on()
    {
        File.WriteAllText(bench["clip.mp4"], "the old one");
        using var first = StartLongRender();

        var second = Backprop.RunIn(bench.Folder, "render", "lesson.yaml", "-o", "clip.mp4", "--no-cache", "-q").Expect(3);

        Assert.Equal($"error: {bench["clip.mp4"]} is just being written by another render; wait until that is done or stop it, or choose another name for the file.\n", second.Error);
        Assert.False(first.HasExited);
        Assert.Equal("the old one", File.ReadAllText(bench["clip.mp4"]));

        first.Kill();
        first.WaitForExit();
        Backprop.RunIn(bench.Folder, "render", "lesson.yaml", "-o", "clip.mp4", "--cache", "cache", "-q").Expect(0);
        Assert.Equal(["nb_read_frames=45"], Tool.Probe(bench["clip.mp4"], "stream=nb_read_frames"));
        Assert.Equal(["cache", "clip.mp4"], bench.Made);
        Wait.Until(() => !Tool.IsEncoding(bench["cache"]));
    }

    /// <summary>A render of an hour, with FFmpeg at work on it.</summary>
    Process StartLongRender()
    {
        var render = Backprop.Start(bench.Folder, null, "render", "lesson.yaml", "-o", "clip.mp4", "--set", "phases.forward.duration=3600s", "--cache", bench["cache"], "-q");
        Wait.Until(() => Tool.IsEncoding(bench["cache"]) || render.HasExited);
        Assert.False(render.HasExited);
        return render;
    }
}
