using BackpropAnimator.Drawing;
using BackpropAnimator.Video.Pixels;
using BackpropAnimator.Video.Pump;
using SkiaSharp;

namespace BackpropAnimator.Video.Tests;

/// <summary>
/// Pictures without a ground: colours are kept apart from their alpha, and none of it depends on what was painted before.
/// </summary>
public sealed class AlphaTests
{
    // A disc and light around it, with every alpha there is.
    static Frame GlowingDisc(int n) => TestFrames.Disc(n) with
    {
        Backdrop = Backdrop.None,
        Items =
        [
            .. TestFrames.Disc(n).Items,
                new Glow(new(900 + 3 * n, 540), 400, new(0, 229, 255, 200), new(255, 255, 255, 200), GlowBlend.Add),
        ],
    };

    static readonly PixelLayout[] layouts = [PixelLayout.Yuva420, PixelLayout.Bgra, PixelLayout.Yuv420];

    public static TheoryData<string> Layouts() => [.. layouts.Select(layout => layout.FFmpegName)];

    [Theory, MemberData(nameof(Layouts))]
    public void Partly_converted_buffers_hold_what_a_fresh_conversion_gives(string name)
    {
        var layout = layouts.Single(known => known.FFmpegName == name);
        using var fonts = TestFrames.Fonts();
        using var planar = new PlanarPainter(TestFrames.Size, fonts, layout);
        for (var n = 0; n < 40; n++)
        {
            var picture = planar.Paint(GlowingDisc(n * 5), CancellationToken.None);
            using var painter = new Painter(TestFrames.Size, fonts);
            painter.Paint(GlowingDisc(n * 5));
            var fresh = layout.NewPicture(TestFrames.Size);
            fresh.Convert(painter.Pixels, new(0, 0, TestFrames.Size.Width, TestFrames.Size.Height));

            Assert.True(fresh.Bytes.SequenceEqual(picture.Planes.Bytes), $"frame {n}");
            picture.Release();
        }
    }

    [Fact]
    public void Without_a_ground_a_picture_is_transparent_where_nothing_is_drawn_and_opaque_on_a_disc()
    {
        using var fonts = TestFrames.Fonts();
        using var painter = new Painter(TestFrames.Size, fonts);
        painter.Paint(TestFrames.Disc(70) with { Backdrop = Backdrop.None });
        painter.Paint(TestFrames.Disc(0) with { Backdrop = Backdrop.None });

        Assert.Equal((0u, 255u), (Pixel(painter, 150, 5) >> 24, Pixel(painter, 8, 45) >> 24));
        // Where the disc was, nothing is left of it.
        Assert.Equal(0u, Pixel(painter, (100 + 13 * 70) / 12, 45 + 210 / 12));
    }

    [Fact]
    public void Light_without_a_ground_is_over_black_what_it_is_on_black()
    {
        using var fonts = TestFrames.Fonts();
        using Painter alone = new(TestFrames.Size, fonts), onBlack = new(TestFrames.Size, fonts);
        alone.Paint(GlowingDisc(3));
        onBlack.Paint(GlowingDisc(3) with { Backdrop = new(SKColors.Black, SKColors.Black) });

        // Premultiplied colours are those over black.
        var (a, b) = (alone.Pixels.ToArray(), onBlack.Pixels.ToArray());
        Assert.All(Enumerable.Range(0, a.Length).Where(i => i % 4 != 3), i => Assert.InRange(Math.Abs(a[i] - b[i]), 0, 1));
    }

    [Theory]
    [InlineData(255, 200, 200)]
    [InlineData(128, 64, 128)]
    [InlineData(1, 1, 255)]
    [InlineData(0, 0, 0)]
    public void Colours_are_divided_by_their_alpha(byte alpha, byte premultiplied, byte straight)
    {
        var pixels = new BgraPixels(new(2, 2));
        pixels.Convert(
            [.. Enumerable.Repeat<byte[]>([premultiplied, premultiplied, premultiplied, alpha], 4).SelectMany(p => p)], new(0, 0, 2, 2));
        Assert.Equal([straight, straight, straight, alpha], pixels.Bytes[..4].ToArray());
    }

    [Fact]
    public void What_is_hardly_there_takes_the_colour_of_what_is_seen_near_it()
    {
        var size = new SKSizeI(16, 16);
        var bgra = new byte[16 * 16 * 4];
        // One white pixel, and nothing else.
        bgra.AsSpan(0, 4).Fill(255);
        var planes = new YuvaPlanes(size);
        planes.Convert(bgra, new(0, 0, 16, 16));

        Assert.All(planes.Y.ToArray(), luma => Assert.Equal(235, luma));
        Assert.Equal([255, .. new byte[255]], planes.A.ToArray());
    }

    static uint Pixel(Painter painter, int x, int y) => BitConverter.ToUInt32(painter.Pixels.Slice((y * painter.Size.Width + x) * 4, 4));
}
