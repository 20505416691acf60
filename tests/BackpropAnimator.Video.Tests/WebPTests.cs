using BackpropAnimator.Drawing;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Video.Tests;

/// <summary>Animated WebP, decoded by Skia: this FFmpeg makes them and cannot read them.</summary>
public sealed class WebPTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly FontShelf fonts = TestFrames.Fonts();

    public void Dispose()
    {
        folder.Dispose();
        fonts.Dispose();
    }

    async Task<SKCodec> Render(FrameSequence frames, bool transparent = false)
    {
        var kind = TestFrames.Kind("webp", "webp", transparent);
        await VideoRenderer.RenderAsync(frames, TestFrames.Settings with { Kind = kind }, fonts, folder["clip.webp"]);
        Assert.Equal(["clip.webp"], folder.Names);
        return SKCodec.Create(folder["clip.webp"]);
    }

    /// <summary>All frames, BGRA with straight alpha.</summary>
    static List<byte[]> Decode(SKCodec codec)
    {
        var info = codec.Info.WithColorType(SKColorType.Bgra8888).WithAlphaType(SKAlphaType.Unpremul);
        using var bitmap = new SKBitmap(info);
        return [.. Enumerable.Range(0, codec.FrameCount).Select(n =>
        {
            // Each is drawn over the one before, which is still there.
            Assert.Equal(SKCodecResult.Success, codec.GetPixels(info, bitmap.GetPixels(), info.RowBytes, new SKCodecOptions(n, n - 1)));
            return bitmap.GetPixelSpan().ToArray();
        })];
    }

    byte[] Still(FrameSequence frames, int index)
    {
        PngExport.WriteStill(frames, index, TestFrames.Size, fonts, folder["still.png"]);
        return Tool.Pixels(folder["still.png"]);
    }

    [Theory]
    [InlineData(".webp", null, false)]
    [InlineData(".WEBP", "webp", true)]
    public void The_name_or_the_format_tells_it(string extension, string? format, bool transparent) => Assert.Equal(
        (TestFrames.Kind("webp", "webp", transparent), ""),
        VideoKind.Choose("clip" + extension, OutputFormat.Named(format), null, transparent));

    [Theory]
    [InlineData(60, 1, 1)]
    [InlineData(60, 1, 2)]
    [InlineData(60, 1, 3)]
    [InlineData(60, 1, 60)]
    [InlineData(60, 1, 127)]
    [InlineData(30000, 1001, 2)]
    [InlineData(30000, 1001, 59)]
    [InlineData(30000, 1001, 100)]
    [InlineData(24000, 1001, 25)]
    [InlineData(25, 1, 25)]
    [InlineData(240, 1, 50)]
    public async Task Frames_are_at_the_nearest_millisecond_and_last_as_long_as_the_lesson(int numerator, int denominator, int count)
    {
        var rate = new FrameRate(numerator, denominator);
        using var codec = await Render(TestFrames.MovingDisc(count, rate));
        // One picture is not animated: it has no time.
        if (count == 1)
        {
            Assert.Equal((SKEncodedImageFormat.Webp, TestFrames.Size), (codec.EncodedFormat, codec.Info.Size));
            return;
        }
        var durations = codec.FrameInfo.Select(frame => frame.Duration).ToArray();

        Assert.Equal(count, durations.Length);
        Assert.InRange(durations.Sum() - 1000 * rate.TimeOf(count), -1.000001, 1.000001);
        for (var n = 0; n < count - 1; n++) Assert.InRange(durations[..n].Sum() - 1000 * rate.TimeOf(n), -0.500001, 0.500001);
        Assert.All(durations, duration => Assert.InRange(duration - 1000 * rate.TimeOf(1), -2, 2));
    }

    [Fact]
    public async Task Frames_that_do_not_change_last_longer()
    {
        using var codec = await Render(TestFrames.JumpingDisc(60, new(60)));
        Assert.Equal([133, 134, 133, 133, 134, 133, 133, 67], codec.FrameInfo.Select(frame => frame.Duration));
    }

    [Fact]
    public async Task A_lesson_in_which_nothing_changes_is_a_still()
    {
        using var codec = await Render(new(30, new(30), _ => TestFrames.Disc(3)));
        Assert.InRange(codec.FrameCount, 0, 1);
        Assert.Equal(TestFrames.Size, codec.Info.Size);
    }

    [Fact]
    public async Task It_repeats_for_ever()
    {
        using var codec = await Render(TestFrames.MovingDisc(5, new(25)));
        Assert.Equal(-1, codec.RepetitionCount);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_frame_has_the_colours_of_its_still(bool transparent)
    {
        var frames = TestFrames.MovingDisc(20, new(30));
        using var codec = await Render(frames, transparent);
        var decoded = Decode(codec);

        Assert.Equal(20, decoded.Count);
        for (var n = 0; n < 20; n++) AssertAlike(Still(transparent ? frames.WithoutGround() : frames, n), decoded[n]);
    }

    // What libwebp's lossy animations get wrong: each frame differs from the one before by a single level.
    [Fact]
    public async Task A_slow_fade_arrives()
    {
        var frames = new FrameSequence(40, new(30), n => TestFrames.Disc(0) with
        {
            Items = [new Disc(new SKPoint(960, 540), 300, new SKColor((byte)(20 + n), (byte)(60 + n), 90)), .. TestFrames.Disc(n).Items],
        });
        using var codec = await Render(frames);
        var decoded = Decode(codec);

        foreach (var n in new[] { 0, 20, 39 }) AssertAlike(Still(frames, n), decoded[n]);
    }

    [Fact]
    public async Task A_transparent_one_is_opaque_on_the_disc_and_nothing_beside_it()
    {
        using var codec = await Render(TestFrames.MovingDisc(30, new(10)), transparent: true);
        var decoded = Decode(codec);
        foreach (var n in new[] { 0, 15, 29 })
        {
            int Alpha(int x, int y) => decoded[n][(y * TestFrames.Size.Width + x) * 4 + 3];
            // The disc of frame n on a stage of 1920×1080, here a twelfth of it.
            var (x, y) = ((100 + 13 * n) / 12, (540 + 3 * n) / 12);
            Assert.Equal((255, 0, 0), (Alpha(x, y), Alpha(x, y - 20), Alpha(150, 5)));
        }
    }

    /// <summary>No channel of a pixel differs by more than three levels. What is not there at all has no colour.</summary>
    static void AssertAlike(byte[] still, byte[] decoded)
    {
        Assert.Equal(still.Length, decoded.Length);
        for (var i = 0; i < still.Length; i++)
            if (i % 4 == 3 || still[i | 3] > 0) Assert.InRange(decoded[i] - still[i], -3, 3);
    }
}
