using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video.Chunks;

namespace BackpropAnimator.Video.Tests;

/// <summary>The index of real files is read as FFprobe reads it, and a broken one breaks nothing.</summary>
public sealed class Mp4IndexTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly FontShelf fonts = TestFrames.Fonts();

    public void Dispose()
    {
        folder.Dispose();
        fonts.Dispose();
    }

    async Task<byte[]> Render(int frames, FrameRate rate, VideoKind kind)
    {
        // Chapters are a second track, with samples of its own.
        var settings = TestFrames.Settings with { Kind = kind, Chapters = [new("One", 0), new("Two", 3), new("Three", 5)] };
        var file = folder["clip" + kind.Format.Extension];
        await VideoRenderer.RenderAsync(TestFrames.MovingDisc(frames, rate) with { Cuts = [frames / 2] }, settings, fonts, file);
        return await File.ReadAllBytesAsync(file);
    }

    static Mp4Index? Read(byte[] file) => Mp4Index.Read(new MemoryStream(file));

    [Theory]
    [InlineData(90, 60, 1, "mp4", "h264")]
    [InlineData(50, 30000, 1001, "mp4", "h264")]
    [InlineData(20, 7, 3, "mov", "prores")]
    [InlineData(8, 25, 1, "mov", "h264")]
    public async Task It_tells_the_frames_of_the_video_track_and_how_long_they_last(
        int frames, int numerator, int denominator, string format, string codec)
    {
        var rate = new FrameRate(numerator, denominator);
        var index = Read(await Render(frames, rate, TestFrames.Kind(format, codec)))!;

        Assert.Equal(frames, index.Frames);
        Assert.Equal(rate.TimeOf(frames), index.Seconds, 9);
    }

    [Fact]
    public void A_file_without_an_index_or_without_video_has_none()
    {
        Tool.Text("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=duration=0.2", folder["sound.mp4"]);

        Assert.Null(Read([]));
        Assert.Null(Read("not a video at all, but a text that is longer than a header"u8.ToArray()));
        Assert.Null(Read(File.ReadAllBytes(folder["sound.mp4"])));
    }

    [Fact]
    public async Task A_file_that_was_cut_off_within_its_index_has_none()
    {
        var whole = await Render(20, new(10), VideoKind.Default);
        var end = whole.AsSpan().IndexOf("mdat"u8);
        foreach (var length in Enumerable.Range(0, end / 16).Select(i => 16 * i)) Assert.Null(Read(whole[..length]));
    }

    [Fact]
    public async Task Whatever_is_in_an_index_reading_it_ends()
    {
        var whole = await Render(20, new(10), VideoKind.Default);
        var random = new Random(724);
        for (var i = 0; i < Thorough.Cases(2_000, 20_000); i++)
        {
            byte[] broken = [.. whole];
            for (var hit = 0; hit < 4; hit++) broken[random.Next(4000)] = (byte)random.Next(256);
            var index = Read(broken);
            Assert.True(index is null or { Frames: >= 0, Seconds: >= 0 });
        }
    }
}
