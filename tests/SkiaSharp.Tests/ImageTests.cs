namespace SkiaSharp.Tests;

public class ImageTests
{
    [Theory]
    [InlineData(SKColorType.Bgra8888)]
    [InlineData(SKColorType.Rgba8888)]
    public void What_is_encoded_is_decoded_again(SKColorType colorType)
    {
        using var surface = SKSurface.Create(new SKImageInfo(40, 30, colorType, SKAlphaType.Premul));
        using var paint = new SKPaint { IsAntialias = true, Color = new(255, 140, 26, 200) };
        surface.Canvas.DrawCircle(20, 15, 12, paint);
        using var image = surface.Snapshot();
        using var encoded = image.Encode(SKEncodedImageFormat.Png, 100);
        using var decoded = SKBitmap.Decode(encoded);
        using var drawn = SKBitmap.FromImage(image);
        Assert.Equal((40, 30), (decoded.Width, decoded.Height));
        foreach (var (x, y) in new[] { (20, 15), (9, 9), (0, 0), (11, 23) })
            Assert.True(Distance(drawn.GetPixel(x, y), decoded.GetPixel(x, y)) <= 2, $"({x}, {y}): {drawn.GetPixel(x, y)}, {decoded.GetPixel(x, y)}");
    }

    [Fact]
    public void A_snapshot_keeps_what_the_surface_showed()
    {
        using var surface = SKSurface.Create(new SKImageInfo(8, 8));
        surface.Canvas.Clear(SKColors.Red);
        using var image = surface.Snapshot();
        surface.Canvas.Clear(SKColors.Blue);
        using var bitmap = SKBitmap.FromImage(image);
        Assert.Equal(SKColors.Red, bitmap.GetPixel(4, 4));
    }

    [Fact]
    public void A_surface_over_the_callers_pixels_draws_to_them()
    {
        var info = new SKImageInfo(4, 2, SKColorType.Bgra8888, SKAlphaType.Premul);
        var pixels = new byte[2 * 20];                                        // rows of 20 bytes: 16 and a gap of 4
        unsafe
        {
            fixed (byte* address = pixels)
            {
                using var surface = SKSurface.Create(info, (nint)address, 20);
                surface.Canvas.Clear(new SKColor(1, 2, 3));
            }
        }
        byte[] row = [3, 2, 1, 255, 3, 2, 1, 255, 3, 2, 1, 255, 3, 2, 1, 255];
        Assert.Equal([.. row, 0, 0, 0, 0, .. row, 0, 0, 0, 0], pixels);
    }

    [Fact]
    public void Bytes_that_are_no_picture_give_no_image() => Assert.Null(SKImage.FromEncodedData([1, 2, 3, 4]));

    static int Distance(SKColor a, SKColor b) => a.Alpha == 0 && b.Alpha == 0 ? 0 :
        Math.Max(Math.Max(Math.Abs(a.Red - b.Red), Math.Abs(a.Green - b.Green)), Math.Max(Math.Abs(a.Blue - b.Blue), Math.Abs(a.Alpha - b.Alpha)));
}
