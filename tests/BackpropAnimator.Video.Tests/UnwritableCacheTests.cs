using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Video.Tests;

/// <summary>The cache only saves time: a render goes on without it.</summary>
public sealed class UnwritableCacheTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly FontShelf fonts = TestFrames.Fonts();

    public void Dispose()
    {
        folder.Dispose();
        fonts.Dispose();
    }

    Task<RenderReport> Render(string cache, string ffmpeg = "") => VideoRenderer.RenderAsync(
        TestFrames.MovingDisc(200, new FrameRate(30)), TestFrames.Settings, fonts, folder["clip.mp4"],
        new() { CacheFolder = cache, FFmpegFolder = ffmpeg, Jobs = 1 });

    // Not even root makes a folder in a file.
    [Theory]
    [InlineData("mp4", "h264")]
    [InlineData("gif", "gif")]
    public async Task A_cache_that_cannot_be_made_is_a_warning(string format, string codec)
    {
        await File.WriteAllTextAsync(folder["file"], "");
        var frames = TestFrames.MovingDisc(10, new FrameRate(25)) with { Identity = "a lesson" };

        var report = await VideoRenderer.RenderAsync(
            frames, TestFrames.Settings with { Kind = TestFrames.Kind(format, codec) }, fonts, folder["clip." + format],
            new() { CacheFolder = folder["file"] });

        var warning = Assert.Single(report.Warnings);
        Assert.StartsWith($"the cache in {folder["file"]} cannot be written (", warning);
        Assert.EndsWith("), and the render goes on without it", warning);
        Assert.Equal(["clip." + format, "file"], folder.Names);
    }

    [Fact]
    public async Task A_cache_that_fills_up_midway_is_a_warning_and_the_video_is_the_same()
    {
        await Render(folder["roomy"]);
        var wanted = Tool.FrameMd5(folder["clip.mp4"]);
        // The disk is full once there is a chunk in the cache.
        using var ffmpeg = new FakeFFmpeg($$"""
            case $output in {{folder["full"]}}/*)
                ls '{{folder["full"]}}/chunks' | grep -q mp4 && { head -c 99999 "$input"; echo 'No space left on device' >&2; exit 1; } ;;
            esac
            exec $(PATH=/usr/local/bin:/usr/bin:/bin which ffmpeg) "$@"
            """);

        var report = await Render(folder["full"], ffmpeg: ffmpeg.Folder);

        Assert.Equal(
            $"the cache in {folder["full"]} cannot be written (the disk is full), and the render goes on without it",
            Assert.Single(report.Warnings));
        Assert.Equal(wanted, Tool.FrameMd5(folder["clip.mp4"]));
        Assert.Equal(2, report.Chunks.Length);
        Assert.Single(Directory.GetFiles(folder["full/chunks"], "*.mp4"));
    }
}
