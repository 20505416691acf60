using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video.Encoder;
using BackpropAnimator.Video.Pump;

namespace BackpropAnimator.Video.Tests;

/// <summary>Whatever goes wrong around the program is told as one sentence with its cause, and leaves nothing behind.</summary>
public sealed class FaultTests : IDisposable
{
    const string ReadTenFrames = "head -c 216000 \"$input\" > /dev/null";

    readonly TemporaryFolder folder = new();
    readonly FontShelf fonts = TestFrames.Fonts();

    public void Dispose()
    {
        folder.Dispose();
        fonts.Dispose();
    }

    Task<RenderReport> Render(
        RenderOptions? options = null, string? target = null, IProgress<RenderProgress>? progress = null,
        CancellationToken cancellation = default) =>
        VideoRenderer.RenderAsync(
            TestFrames.MovingDisc(100, new FrameRate(30)), TestFrames.Settings, fonts, target ?? folder["clip.mp4"], options, progress,
            cancellation);

    async Task<string> MessageOf(RenderOptions? options = null, string? target = null)
    {
        var error = await Assert.ThrowsAsync<RenderException>(() => Render(options, target));
        Assert.Empty(folder.Names);
        Assert.DoesNotContain("broken pipe", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith(".", error.Message);
        return error.Message;
    }

    async Task<string> MessageWith(string script, double stallSeconds = 60)
    {
        using var fake = new FakeFFmpeg(script);
        var message = await MessageOf(new() { FFmpegFolder = fake.Folder, StallTimeout = TimeSpan.FromSeconds(stallSeconds) });
        Assert.Empty(fake.Left);
        return message;
    }

    [Fact]
    public async Task Without_ffmpeg_the_message_says_how_to_get_it()
    {
        using var empty = new TemporaryFolder();
        var message = await MessageOf(new() { FFmpegFolder = empty.Path });
        Assert.Contains("'ffmpeg' was not found in " + empty.Path, message);
        Assert.Contains("install FFmpeg", message);
    }

    [Fact]
    public async Task A_file_that_is_no_program_is_no_ffmpeg()
    {
        using var other = new TemporaryFolder();
        await File.WriteAllTextAsync(other["ffmpeg"], "a text");
        Assert.Contains("'ffmpeg' was not found in " + other.Path, await MessageOf(new() { FFmpegFolder = other.Path }));
    }

    [Theory]
    [InlineData("exit 1")]
    [InlineData("kill -9 $$")]
    public async Task A_program_that_does_not_tell_its_version_is_no_ffmpeg(string script)
    {
        using var fake = FakeFFmpeg.ThatIsNone(script);
        Assert.StartsWith($"{fake.Folder}/ffmpeg cannot be used: ", await MessageOf(new() { FFmpegFolder = fake.Folder }));
    }

    [Fact]
    public async Task A_program_that_cannot_be_started_is_no_ffmpeg()
    {
        using var fake = FakeFFmpeg.ThatIsNone("");
        await File.WriteAllTextAsync(Path.Combine(fake.Folder, "ffmpeg"), "#!/nowhere/sh");
        Assert.StartsWith($"{fake.Folder}/ffmpeg cannot be used: ", await MessageOf(new() { FFmpegFolder = fake.Folder }));
    }

    [Fact]
    public async Task A_program_that_never_tells_its_version_can_be_cancelled()
    {
        using var fake = FakeFFmpeg.ThatIsNone("exec sleep 5");
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Render(new() { FFmpegFolder = fake.Folder }, cancellation: cancel.Token));
        Assert.Empty(folder.Names);
    }

    [Theory]
    [InlineData(
        "-f lavfi -i color=size=160x90:rate=30 -frames:v 5 -c:v libx264", "FFmpeg wrote 5 frames of 0.167 s instead of 100 of 3.333 s.")]
    [InlineData(
        "-f lavfi -i color=size=160x90:rate=20 -frames:v 100 -c:v libx264", "FFmpeg wrote 100 frames of 5 s instead of 100 of 3.333 s.")]
    [InlineData("-f lavfi -i sine=duration=3.333", "FFmpeg wrote a file without video: ")]
    public async Task A_joined_file_that_is_not_the_video_is_told(string joining, string message)
    {
        // Does as it is told but for the joining.
        const string Real = "$(PATH=/usr/local/bin:/usr/bin:/bin which ffmpeg)";
        Assert.StartsWith(
            message,
            await MessageWith($"case \"$*\" in *concat*) exec {Real} -v error {joining} -f mp4 -y \"$output\";; esac; exec {Real} \"$@\""));
    }

    [Fact]
    public async Task An_ffmpeg_that_ends_at_once_is_quoted() =>
        Assert.Equal("FFmpeg stopped with exit code 1: Out of order.", await MessageWith("echo 'Out of order' >&2; exit 1"));

    [Fact]
    public async Task An_ffmpeg_without_the_encoder_is_told_with_what_to_do() =>
        Assert.Equal(
            "This FFmpeg has no encoder 'libx264'; install one that has it, or choose another format or codec (backprop doctor lists " +
                "what is there).",
            await MessageWith("echo \"Unknown encoder 'libx264'\" >&2; exit 1"));

    [Fact]
    public async Task An_ffmpeg_that_dies_midway_is_quoted_with_its_last_three_lines() =>
        Assert.Equal(
            "FFmpeg stopped with exit code 7: two / three / four.",
            await MessageWith($"{ReadTenFrames}; printf 'one\\ntwo\\nthree\\n\\nfour\\n' >&2; exit 7"));

    [Fact]
    public async Task What_ffmpeg_says_is_quoted_without_orders_to_the_terminal() =>
        Assert.Equal(
            @"FFmpeg stopped with exit code 7: \u001B]0;owned\u0007 \u001B[2J\u009Bred.",
            await MessageWith("printf '\\033]0;owned\\007 \\033[2J\\302\\233red\\r\\n' >&2; exit 7"));

    [Fact]
    public async Task An_ffmpeg_that_was_killed_has_only_its_exit_code() =>
        Assert.Equal("FFmpeg stopped with exit code 137 and said nothing.", await MessageWith($"{ReadTenFrames}; kill -9 $$"));

    [Fact]
    public async Task An_ffmpeg_that_ends_early_without_an_error_is_told() =>
        Assert.Matches("stopped reading after \\d+ of 100 frames", await MessageWith($"{ReadTenFrames}; exit 0"));

    [Fact]
    public async Task An_ffmpeg_that_ends_without_a_look_at_the_frames_is_told() =>
        Assert.Matches("stopped reading after \\d+ of 100 frames", await MessageWith("exit 0"));

    [Fact]
    public async Task An_ffmpeg_that_dies_without_a_look_at_the_frames_has_only_its_exit_code() =>
        Assert.Equal("FFmpeg stopped with exit code 137 and said nothing.", await MessageWith("kill -9 $$"));

    [Fact]
    public async Task An_ffmpeg_that_opens_its_input_and_reads_nothing_is_stopped() =>
        Assert.Contains("made no progress for 1 s", await MessageWith("exec 3< \"$input\"; exec sleep 1000", stallSeconds: 1));

    [Fact]
    public async Task An_ffmpeg_that_stops_reading_midway_is_stopped() =>
        Assert.Contains("made no progress for 1 s", await MessageWith($"{ReadTenFrames}; exec sleep 1000", stallSeconds: 1));

    // There is still a reader, who reads nothing, and a holder of standard error.
    [Theory]
    [InlineData("sleep 1000 < \"$input\" & echo $! > \"$0.rest\"; wait")]
    // FFMpegCore kills only whom it can tell to quit, on the standard input that this one has closed.
    [InlineData("echo $$ > \"$0.rest\"; exec sleep 1000 < \"$input\"")]
    public async Task An_ffmpeg_of_which_something_outlives_the_kill_keeps_nobody_waiting(string script)
    {
        using var fake = new FakeFFmpeg(script);
        var message = await MessageOf(new() { FFmpegFolder = fake.Folder, StallTimeout = TimeSpan.FromSeconds(1) });

        Assert.Contains("made no progress for 1 s", message);
        var rest = (await File.ReadAllTextAsync(Path.Combine(fake.Folder, "ffmpeg.rest"))).Trim();
        Assert.True(FakeFFmpeg.IsRunning(rest));
        Assert.DoesNotContain(fake.Left, left => left != rest);
        Tool.Text("kill", rest);
    }

    [Fact]
    public async Task Much_that_ffmpeg_says_does_not_keep_it_from_its_work() =>
        Assert.Equal("FFmpeg stopped with exit code 1: 9998 / 9999 / 10000.", await MessageWith("seq 10000 >&2; seq 10000; exit 1"));

    [Fact]
    public async Task An_ffmpeg_that_writes_nothing_is_told() =>
        Assert.Equal("FFmpeg ended without an error but wrote nothing.", await MessageWith("cat \"$input\" > /dev/null"));

    [Fact]
    public async Task An_ffmpeg_that_never_reads_is_stopped() =>
        Assert.Contains("made no progress for 1 s", await MessageWith("exec sleep 1000", stallSeconds: 1));

    [Fact]
    public async Task An_ffmpeg_that_never_ends_is_stopped() =>
        Assert.Contains("made no progress for 1 s", await MessageWith("cat \"$input\" > /dev/null; exec sleep 1000", stallSeconds: 1));

    [Fact]
    public async Task A_full_disk_is_recognised_in_what_ffmpeg_says() =>
        Assert.Contains(
            "The disk is full",
            await MessageWith($"{ReadTenFrames}; echo 'av_interleaved_write_frame(): No space left on device' >&2; exit 1"));

    [Fact]
    public async Task The_real_ffmpeg_on_a_full_device_is_a_full_disk()
    {
        using var painter = new PlanarPainter(TestFrames.Size, fonts);
        var pump = new FramePump([.. Enumerable.Range(0, 100).Select(TestFrames.Disc)], new FrameRate(30), painter, () => { });

        var error = await Assert.ThrowsAsync<RenderException>(() => new FFmpeg(new())
            .EncodeAsync(pump, "-c:v libx264 -f mp4", "/dev/full", CancellationToken.None));

        Assert.Contains("The disk is full: /dev/full", error.Message);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told_by_name() =>
        Assert.Contains($"the folder {folder["absent"]} does not exist", await MessageOf(null, Path.Combine(folder["absent"], "clip.mp4")));

    // Not even root makes files there.
    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_by_name() =>
        Assert.StartsWith("Cannot write /sys/kernel/clip.mp4: ", await MessageOf(null, "/sys/kernel/clip.mp4"));

    [Fact]
    public async Task A_target_that_is_a_folder_is_told_and_stays()
    {
        using var target = new TemporaryFolder();
        Assert.Contains("it is a folder", await MessageOf(null, target.Path));
        Assert.True(Directory.Exists(target.Path));
    }

    [Fact]
    public async Task A_failed_render_leaves_the_video_that_was_there()
    {
        await File.WriteAllTextAsync(folder["clip.mp4"], "the old one");
        using var fake = new FakeFFmpeg("exit 1");

        await Assert.ThrowsAsync<RenderException>(() => Render(new() { FFmpegFolder = fake.Folder }));

        Assert.Equal(["clip.mp4"], folder.Names);
        Assert.Equal("the old one", await File.ReadAllTextAsync(folder["clip.mp4"]));
    }

    [Fact]
    public async Task Cancelling_midway_leaves_nothing()
    {
        using var cancel = new CancellationTokenSource();
        var progress = new CancelAt(50, cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Render(null, null, progress, cancel.Token));

        Assert.Empty(folder.Names);
    }

    [Theory]
    [InlineData("exec sleep 1000")]
    [InlineData("exec 3< \"$input\"; exec sleep 1000")]
    [InlineData(ReadTenFrames + "; exec sleep 1000")]
    [InlineData("cat \"$input\" > /dev/null; exec sleep 1000")]
    [InlineData("exec sleep 1000 > /dev/null 2> /dev/null")]
    public async Task Cancelling_ends_an_ffmpeg_whatever_it_does(string script)
    {
        using var fake = new FakeFFmpeg(script);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(400));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Render(new() { FFmpegFolder = fake.Folder }, cancellation: cancel.Token));

        Assert.Empty(folder.Names);
        Assert.Empty(fake.Left);
    }

    [Fact]
    public async Task Cancelling_before_the_start_starts_nothing()
    {
        using var fake = new FakeFFmpeg("exit 1");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Render(new() { FFmpegFolder = fake.Folder }, cancellation: new(canceled: true)));
        Assert.Equal(["ffmpeg"], Directory.GetFiles(fake.Folder).Select(Path.GetFileName));
    }

    // On Ctrl-C, or when a cluster ends a job, FFmpeg gets the signal too, and may be gone before we hear of it.
    [Theory]
    [InlineData("exit 255")]
    [InlineData("exit 129")]
    [InlineData("exit 130")]
    [InlineData("exit 131")]
    [InlineData("kill -TERM $$")]
    public async Task An_ffmpeg_that_was_interrupted_together_with_us_is_a_cancellation(string script)
    {
        using var fake = new FakeFFmpeg(script);
        using var cancel = new CancellationTokenSource();
        var render = Render(new() { FFmpegFolder = fake.Folder, SignalGrace = TimeSpan.FromMinutes(5) }, cancellation: cancel.Token);

        await fake.EndAsync();
        // Long enough, mostly, for the render to notice that its FFmpeg has gone; it must wait for the signal even then.
        await Task.Delay(200);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => render);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public async Task An_error_in_the_lesson_comes_through_as_it_is()
    {
        var frames =
            new FrameSequence(100, new FrameRate(30), n => n < 30 ? TestFrames.Disc(n) : throw new InvalidDataException("frame 30"));

        await Assert.ThrowsAsync<InvalidDataException>(() =>
            VideoRenderer.RenderAsync(frames, TestFrames.Settings, fonts, folder["clip.mp4"]));
        Assert.Empty(folder.Names);
    }

    sealed class CancelAt(int frame, CancellationTokenSource cancel) : IProgress<RenderProgress>
    {
        public void Report(RenderProgress value)
        {
            if (value.FramesDone == frame) cancel.Cancel();
        }
    }
}
