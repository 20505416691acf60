using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video.Pixels;
using SkiaSharp;

namespace BackpropAnimator.Video.Tests;

/// <summary>Pictures in which a pixel is there or not: what becomes of those that are there in part.</summary>
public sealed class MatteTests : IDisposable
{
    static readonly SKColor matte = new(14, 21, 41);

    readonly FontShelf fonts = TestFrames.Fonts();

    public void Dispose() => fonts.Dispose();

    // Three frames of 640 × 360 are painted on a stage of three times that.
    byte[] Matted(params DrawItem[] items)
    {
        var size = new SKSizeI(640, 360);
        using var painter = new Painter(size, fonts);
        painter.Paint(new(new(1920, 1080), Backdrop.None, [.. items]));
        var picture = PixelLayout.MattedBgra(matte).NewPicture(size);
        picture.Convert(painter.Pixels, SKRectI.Create(size));
        return picture.Bytes.ToArray();
    }

    static bool IsThere(byte[] bgra, int x, int y) => bgra[(y * 640 + x) * 4 + 3] == 255;

    [Fact]
    public void A_thin_line_aslant_has_a_pixel_in_every_column()
    {
        // Of an edge at rest: two units wide, which is two thirds of a pixel.
        var pixels = Matted(new Line(new(300, 200), new(1500, 700), 2, new SKColor(0x4A, 0x5A, 0x86)));

        Assert.All(Enumerable.Range(105, 390), x => Assert.Contains(Enumerable.Range(0, 360), y => IsThere(pixels, x, y)));
    }

    [Fact]
    public void Every_pixel_of_a_letter_that_is_there_by_a_quarter_is_kept()
    {
        var text = new TextLine("Gradient 0.53", new(300, 500), 22, SKColors.White, Face.Medium);
        var pixels = Matted(text);
        using var painter = new Painter(new(640, 360), fonts);
        painter.Paint(new(new(1920, 1080), Backdrop.None, [text]));
        var alphas = painter.Pixels.ToArray().Where((_, i) => i % 4 == 3).ToArray();

        Assert.InRange(alphas.Count(alpha => alpha is >= 64 and < 128), 20, 2000);
        Assert.All(Enumerable.Range(0, alphas.Length).Where(i => alphas[i] >= 64), i => Assert.Equal(255, pixels[i * 4 + 3]));
    }

    [Fact]
    public void What_is_there_in_part_shows_the_matte_through_and_what_is_not_there_is_nothing()
    {
        var picture = new MattedPixels(new(2, 2), matte);
        // White by a half, white, and hardly anything; premultiplied.
        picture.Convert([128, 128, 128, 128, 255, 255, 255, 255, 10, 10, 10, 10, 0, 0, 0, 0], new(0, 0, 2, 2));

        Assert.Equal([148, 138, 135, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0], picture.Bytes.ToArray());
    }

    [Fact]
    public void Light_thins_out_to_its_rim_instead_of_ending_there()
    {
        var pixels = Matted(new Glow(new(960, 540), 300, new(255, 140, 26), SKColors.White, GlowBlend.Add));

        // How many pixels of ten rows are there, from the middle outwards.
        double Share(int away) => Enumerable.Range(0, 80).Average(i => IsThere(pixels, 320 + away + i % 8, 176 + i / 8) ? 1.0 : 0);
        Assert.Equal(1, Share(0));
        Assert.Equal(0, Share(90));
        Assert.Contains(Enumerable.Range(20, 60).Select(Share), share => share is > 0.2 and < 0.8);
    }
}
