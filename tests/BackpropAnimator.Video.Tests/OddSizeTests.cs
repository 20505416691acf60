using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Video.Tests;

/// <summary>Pictures whose sides are odd, and which formats take them.</summary>
public sealed class OddSizeTests : IDisposable
{
    static readonly SKSizeI odd = new(161, 91);

    readonly TemporaryFolder folder = new();
    readonly FontShelf fonts = TestFrames.Fonts();

    public void Dispose()
    {
        folder.Dispose();
        fonts.Dispose();
    }

    [Theory]
    [InlineData("gif", "gif")]
    [InlineData("apng", "apng")]
    [InlineData("webp", "webp")]
    public async Task Pictures_that_move_may_have_odd_sides(string format, string codec)
    {
        var kind = TestFrames.Kind(format, codec);
        var file = folder["clip" + kind.Format.Extension];
        var frames = TestFrames.MovingDisc(4, new(10));

        await VideoRenderer.RenderAsync(frames with { Count = format == "webp" ? 1 : 4 }, Settings(kind), fonts, file);

        Assert.Equal("161,91", Tool.Probe(file, "stream=width,height").Trim().TrimEnd(','));
    }

    [Fact]
    public void The_painter_gives_every_pixel_of_an_odd_picture_whatever_it_painted_before()
    {
        using Painter again = new(odd, fonts), fresh = new(odd, fonts);
        for (var n = 0; n < 130; n += 10) again.Paint(TestFrames.Disc(n));
        fresh.Paint(TestFrames.Disc(120));

        Assert.Equal(161 * 91 * 4, fresh.Pixels.Length);
        Assert.Equal(fresh.Pixels.ToArray(), again.Pixels.ToArray());
    }

    [Theory]
    [InlineData("mp4", "h264")]
    [InlineData("webm", "av1")]
    [InlineData("mov", "prores")]
    public async Task Videos_that_store_colours_for_two_by_two_pixels_say_so(string format, string codec)
    {
        var kind = TestFrames.Kind(format, codec);
        var error = await Assert.ThrowsAsync<RenderException>(() => VideoRenderer.RenderAsync(
            TestFrames.MovingDisc(4, new(10)), Settings(kind), fonts, folder["clip" + kind.Format.Extension]));

        Assert.Equal(
            $"{codec} stores colours for two by two pixels and takes even sides, not 161x91; 162x92 is near; gif, apng and webp take any "
                + "size, and so do stills and frames.",
            error.Message);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void What_wants_even_sides_is_what_gets_its_pictures_at_half_the_resolution() => Assert.All(
        Codec.All.Where(codec => !codec.WantsEvenSides),
        codec => Assert.False(codec.Layout(TestFrames.Settings with { Kind = new(new Gif(), codec) }).IsBt709));

    static VideoSettings Settings(VideoKind kind) => TestFrames.Settings with { Kind = kind, Size = odd };
}
