using System.Diagnostics;

namespace BackpropAnimator.Cli.Tests;

/// <summary>
/// What goes wrong around the program ends it with exit code 3 and the cause, and Ctrl-C with 130; nothing is left behind.
/// </summary>
public sealed class FaultTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    // Tells its version, and finds its frames, as FFmpeg's command line names them.
    const string Beginning = "[ \"$1\" = -version ] && { echo 'ffmpeg version 9.9 Copyright'; exit 0; }; for word; do [ \"$last\" = -i " +
        "] && { input=/dev/fd/${word#pipe:}; break; }; last=$word; done\n";

    // A folder with this ffmpeg.
    string FolderWith(string ffmpeg)
    {
        bench.WriteProgram("bin/ffmpeg", Beginning + ffmpeg);
        return bench["bin"];
    }

    Outcome RenderWith(string ffmpeg, params string[] options)
    {
        Directory.CreateDirectory(bench["target"]);
        return AssertFailed(Backprop.RunWithFFmpeg(
            FolderWith(ffmpeg), ["render", bench.Scene, "-o", bench["target/clip.mp4"], "-q", .. options]));
    }

    Outcome AssertFailed(Outcome outcome)
    {
        outcome.Expect(3);
        Assert.Equal("", outcome.Output);
        Assert.Single(outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(Directory.GetFileSystemEntries(bench["target"]));
        return outcome;
    }

    [Fact]
    public void Without_ffmpeg_the_program_says_how_to_get_it()
    {
        Directory.CreateDirectory(bench["target"]);
        var outcome = AssertFailed(BuiltProgram.RunWithPath(bench["nothing"], "render", bench.Scene, "-o", bench["target/clip.mp4"], "-q"));
        Assert.Contains("error: The program 'ffmpeg' was not found; install FFmpeg", outcome.Error);
    }

    [Theory]
    [InlineData("echo 'Unknown encoder' >&2; exit 1", "FFmpeg stopped with exit code 1: Unknown encoder")]
    [InlineData(
        "head -c 400000 \"$input\" > /dev/null; echo 'Conversion failed!' >&2; exit 7",
        "FFmpeg stopped with exit code 7: Conversion failed!")]
    [InlineData("head -c 400000 \"$input\" > /dev/null; kill -9 $$", "FFmpeg stopped with exit code 137")]
    [InlineData("cat \"$input\" > /dev/null", "FFmpeg ended without an error but ")]
    [InlineData(
        "head -c 400000 \"$input\" > /dev/null; echo 'av_interleaved_write_frame(): No space left on device' >&2; exit 1",
        "The disk is full")]
    public void An_ffmpeg_that_fails_is_told_by_its_cause(string ffmpeg, string cause) =>
        Assert.Contains(cause, RenderWith(ffmpeg).Error);

    [Theory]
    [InlineData("exec sleep 1000")]
    [InlineData("head -c 400000 \"$input\" > /dev/null; exec sleep 1000")]
    [InlineData("cat \"$input\" > /dev/null; exec sleep 1000")]
    public void An_ffmpeg_that_makes_no_progress_is_ended(string ffmpeg) =>
        Assert.Contains("FFmpeg made no progress for 0.5 s and was stopped", RenderWith(ffmpeg, "--stall-timeout", "500ms").Error);

    [Fact]
    public void An_encoder_that_is_not_there_is_told_before_the_first_frame()
    {
        var folder = FolderWith("case \"$*\" in *-encoders*) printf ' ------\\n V....D libx264  H.264\\n';; *) exit 1;; esac");
        Directory.CreateDirectory(bench["target"]);

        var outcome = Backprop.RunWithFFmpeg(folder, "render", bench.Scene, "-o", bench["target/clip.webm"], "-q").Expect(3);

        Assert.Equal(
            "error: This FFmpeg has no encoder 'libvpx-vp9'; install one that has it, or choose another format or codec "
            + "(backprop doctor lists what is there).\n",
            outcome.Error);
        Assert.Empty(Directory.GetFileSystemEntries(bench["target"]));
    }

    [Fact]
    public void A_folder_that_is_removed_during_the_render_is_told()
    {
        Directory.CreateDirectory(bench["target"]);
        var real = Tool.PathOf("ffmpeg");
        // When all chunks are there and shall be joined.
        var folder = FolderWith($"case \"$*\" in *concat*) rm -r '{bench["target"]}';; esac; exec {real} \"$@\"");

        var outcome = Backprop.RunWithFFmpeg(folder, "render", bench.Scene, "-o", bench["target/clip.mp4"], "-q").Expect(3);

        Assert.Equal($"error: Cannot write {bench["target/clip.mp4.backprop-part"]}: its folder was removed meanwhile.\n", outcome.Error);
        Assert.False(Directory.Exists(bench["target"]));
    }

    /// <summary>Runs the program with a small file system of its own for a folder, which must be empty again in the end.</summary>
    /// <param name="options">Of the file system.</param>
    Outcome OnSmallDisk(string options, params string[] arguments)
    {
        Directory.CreateDirectory(bench["disk"]);
        var script = $"mount -t tmpfs -o {options} none '{bench["disk"]}' && '{BuiltProgram.File}' \"$@\"; code=$?; ls -A " +
            $"'{bench["disk"]}'; exit $code";
        // Users may mount where they are root by themselves.
        var start = BuiltProgram.StartInfo("unshare", ["--map-root-user", "--mount", "sh", "-c", script, "sh", .. arguments]);
        return BuiltProgram.Finish(Process.Start(start)!);
    }

    [Fact]
    public void A_disk_that_fills_up_with_the_video_is_told_and_left_empty()
    {
        var outcome = OnSmallDisk("size=16k", "render", bench.Scene, "-o", bench["disk/clip.mp4"], "--crf", "1", "-q").Expect(3);
        Assert.Equal(
            (
                "",
                $"error: The disk is full: {bench["disk/clip.mp4.backprop-part"]} could not be written; free some space or choose "
                    + "another place for the file.\n"),
            (outcome.Output, outcome.Error));
    }

    [Fact]
    public void A_disk_that_fills_up_with_chunks_is_a_warning_and_the_video_appears()
    {
        var outcome = OnSmallDisk(
            "size=16k", "render", bench.Scene, "-o", bench["clip.mp4"], "--cache", bench["disk/cache"], "--crf", "1", "-q").Expect(0);
        Assert.Equal("cache\n", outcome.Output);
        Assert.Equal(
            $"warning: the cache in {bench["disk/cache"]} cannot be written (the disk is full), and the render goes on without it\n",
            outcome.Error);
        Assert.Equal(["nb_read_frames=45"], Tool.Probe(bench["clip.mp4"], "stream=nb_read_frames"));
    }

    [Fact]
    public void A_cache_on_a_read_only_disk_is_a_warning_and_the_video_appears()
    {
        var outcome = OnSmallDisk("ro", "render", bench.Scene, "-o", bench["clip.mp4"], "--cache", bench["disk"], "-q").Expect(0);
        Assert.StartsWith($"warning: the cache in {bench["disk"]} cannot be written (Read-only file system", outcome.Error);
        Assert.Equal(["nb_read_frames=45"], Tool.Probe(bench["clip.mp4"], "stream=nb_read_frames"));
    }

    [Fact]
    public void A_disk_that_fills_up_with_pictures_is_told()
    {
        var outcome = OnSmallDisk("size=8k", "still", bench.Scene, "--at", "1s", "-o", bench["disk/still.png"]).Expect(3);
        Assert.Equal("", outcome.Output);
        Assert.StartsWith("error: The disk is full: ", outcome.Error);
    }

    [Theory]
    [InlineData("render", "clip.mp4")]
    [InlineData("still --at 1s", "still.png")]
    public void A_read_only_disk_is_told(string command, string target)
    {
        var outcome = OnSmallDisk("ro", [.. command.Split(' '), bench.Scene, "-o", bench["disk/" + target]]).Expect(3);
        Assert.Equal("", outcome.Output);
        Assert.StartsWith($"error: Cannot write {bench["disk/" + target]}: Read-only file system", outcome.Error);
    }

    // As in "… --json | head -1": whoever stops listening does not stop the render.
    [Fact]
    public void A_reader_that_leaves_does_not_keep_the_video_from_being_finished()
    {
        var render = $"{BuiltProgram.File} render {bench.Scene} -o {bench["clip.mp4"]} --no-cache --json";
        var seen = BuiltProgram.TextOf("bash", "-c", $"{{ {render}; echo $? > {bench["code"]}; }} 2>{bench["errors"]} | head -1");

        Assert.Contains("\"event\":\"started\"", seen);
        Assert.Equal(("0\n", ""), (File.ReadAllText(bench["code"]), File.ReadAllText(bench["errors"])));
        Assert.Equal(["nb_read_frames=45"], Tool.Probe(bench["clip.mp4"], "stream=nb_read_frames"));
    }

    [Fact]
    public void A_reader_that_has_read_enough_is_no_fault()
    {
        var seen = BuiltProgram.TextOf("bash", "-c", $"{{ {BuiltProgram.File} schema; echo $? > {bench["code"]}; }} 2>&1 | head -c1");
        Assert.Equal(("{", "0\n"), (seen, File.ReadAllText(bench["code"])));
    }

    [Theory]
    [InlineData("trace")]
    [InlineData("timeline")]
    public void Standard_output_on_a_full_disk_is_told(string command)
    {
        var errors = BuiltProgram.TextOf("bash", "-c", $"{BuiltProgram.File} {command} {bench.Scene} 2>&1 >/dev/full; echo $?");
        Assert.Matches("^error: .*No space left on device.*\n3\n$", errors);
    }

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
    [InlineData("HUP")]
    [InlineData("QUIT")]
    public void A_signal_ends_a_render_with_nothing_left_behind(string signal)
    {
        using var render = StartLongRender();
        Tool.Text("kill", "-" + signal, $"{render.Id}");

        var outcome = BuiltProgram.Finish(render).Expect(130);

        Assert.Contains("Cancelled", outcome.Error);
        Assert.Equal(["cache"], bench.Made);
        Assert.DoesNotContain(Directory.GetFiles(bench["cache/chunks"]), file => file.EndsWith(".part", StringComparison.Ordinal));
        Assert.False(Tool.IsEncoding(bench["cache"]));
    }

    // As nohup has it.
    [Fact]
    public void A_signal_that_whoever_starts_the_program_ignores_ends_nothing()
    {
        var folder = FolderWith(
            $"case \"$*\" in *pipe:*) touch '{bench["started"]}'; until [ -e '{bench["heard"]}' ]; do sleep 0.05; done;; esac; "
            + $"exec {Tool.PathOf("ffmpeg")} \"$@\"");
        var start = BuiltProgram.StartInfo(
            "sh", "-c", $"trap '' HUP; exec '{BuiltProgram.File}' render '{bench.Scene}' -o '{bench["clip.mp4"]}' --no-cache -q");
        start.Environment["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}";
        using var render = Process.Start(start)!;
        Wait.Until(() => File.Exists(bench["started"]) || render.HasExited);

        Tool.Text("kill", "-HUP", $"{render.Id}");
        bench.Write("heard", "");

        BuiltProgram.Finish(render).Expect(0);
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

        Backprop.Run("render", bench.Scene, "-o", bench["clip.mp4"], "--cache", bench["cache"], "-q").Expect(0);
        Assert.Equal(["nb_read_frames=45"], Tool.Probe(bench["clip.mp4"], "stream=nb_read_frames"));
    }

    [Fact]
    public void A_second_render_to_the_same_file_says_so_and_the_first_goes_on()
    {
        File.WriteAllText(bench["clip.mp4"], "the old one");
        using var first = StartLongRender();

        var second = Backprop.Run("render", bench.Scene, "-o", bench["clip.mp4"], "--no-cache", "-q").Expect(3);

        Assert.Equal(
            $"error: {bench["clip.mp4"]} is just being written by another render; "
            + "wait until that is done or stop it, or choose another name for the file.\n",
            second.Error);
        Assert.False(first.HasExited);
        Assert.Equal("the old one", File.ReadAllText(bench["clip.mp4"]));

        first.Kill();
        first.WaitForExit();
        // An FFmpeg that it was just starting may hold the file for a moment longer.
        Wait.Until(() => Backprop.Run("render", bench.Scene, "-o", bench["clip.mp4"], "--cache", bench["cache"], "-q").ExitCode == 0);
        Assert.Equal(["nb_read_frames=45"], Tool.Probe(bench["clip.mp4"], "stream=nb_read_frames"));
        Assert.Equal(["cache", "clip.mp4"], bench.Made);
        Wait.Until(() => !Tool.IsEncoding(bench["cache"]));
    }

    /// <summary>A render of an hour, with FFmpeg at work on it.</summary>
    Process StartLongRender()
    {
        var render = BuiltProgram.Start(
            bench.Folder, "render", "lesson.yaml", "-o", "clip.mp4", "--set", "phases.forward.duration=3600s", "--cache", bench["cache"],
                "-q");
        Wait.Until(() => Tool.IsEncoding(bench["cache"]) || render.HasExited);
        Assert.False(render.HasExited);
        return render;
    }
}
