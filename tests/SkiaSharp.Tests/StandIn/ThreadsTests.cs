namespace SkiaSharp.Tests.StandIn;

/// <summary>Typefaces, fonts, images and paints may be shared by threads that draw to surfaces of their own.</summary>
public class ThreadsTests
{
    [Fact]
    public void Threads_that_share_everything_but_the_surface_draw_the_same_picture()
    {
        using var drawing = new RandomDrawing(5).With(primitives: 84);
        // A typeface that no other test has warmed up: its glyphs are loaded while all threads ask for them.
        using var typeface = SKTypeface.FromFile(Fonts.PathOf("Inter-SemiBold.otf"));
        var pictures = new byte[8][];
        Parallel.For(0, pictures.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => pictures[i] = Paint(drawing, typeface));
        Assert.All(pictures, picture => Assert.Equal(pictures[0], picture));
    }

    static byte[] Paint(RandomDrawing drawing, SKTypeface typeface)
    {
        using var surface = SKSurface.Create(new SKImageInfo(RandomDrawing.Width, RandomDrawing.Height));
        using var font = new SKFont(typeface, 18) { Subpixel = true };
        using var paint = new SKPaint { IsAntialias = true, Color = SKColors.White };
        drawing.Draw(surface.Canvas);
        for (var i = 0; i < 10; i++) surface.Canvas.DrawText("The quick brown fox", 3.1f * i, 12 * i, SKTextAlign.Left, font, paint);
        using var pixels = surface.PeekPixels();
        return pixels.GetPixelSpan().ToArray();
    }
}
