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

    // The colours in the corners, row by row.
    static string Corners(SKBitmap bitmap) => string.Concat(
        from y in new[] { 2, bitmap.Height - 3 } from x in new[] { 2, bitmap.Width - 3 } select bitmap.GetPixel(x, y) switch
        {
            { Red: > 250, Green: < 5, Blue: < 5 } => 'R',
            { Red: < 5, Green: > 250, Blue: < 5 } => 'G',
            { Red: < 5, Green: < 5, Blue: > 250 } => 'B',
            { Red: > 250, Green: > 250, Blue: > 250 } => 'W',
            _ => '?',
        });

    [Fact]
    public void A_jpeg_is_decoded()
    {
        using var bitmap = SKBitmap.Decode(Photo.Jpeg);
        Assert.Equal((32, 16, "RGBW"), (bitmap.Width, bitmap.Height, Corners(bitmap)));
    }

    [Theory]
    [InlineData(1, 32, "RGBW")]
    [InlineData(2, 32, "GRWB")]
    [InlineData(3, 32, "WBGR")]
    [InlineData(4, 32, "BWRG")]
    [InlineData(5, 16, "RBGW")]
    [InlineData(6, 16, "BRWG")]
    [InlineData(7, 16, "WGBR")]
    [InlineData(8, 16, "GWRB")]
    public void A_photo_is_upright_however_the_camera_was_held(int orientation, int width, string corners)
    {
        foreach (var isBig in new[] { false, true })
        {
            using var image = SKImage.FromEncodedData(Photo.Held(orientation, isBig));
            using var bitmap = SKBitmap.FromImage(image);
            Assert.Equal((width, corners), (bitmap.Width, Corners(bitmap)));
            using var asInTheFile = SKBitmap.Decode(Photo.Held(orientation, isBig));
            Assert.Equal((32, "RGBW"), (asInTheFile.Width, Corners(asInTheFile)));
        }
    }

    [Fact]
    public void A_jpeg_cut_off_anywhere_gives_no_image()
    {
        var photo = Photo.Held(6, isBig: true);
        for (var length = 0; length < photo.Length - 2; length++) Assert.Null(SKImage.FromEncodedData(photo[..length]));
    }

    [Fact]
    public void Bytes_that_are_no_picture_give_no_image() => Assert.Null(SKImage.FromEncodedData([1, 2, 3, 4]));

    static int Distance(SKColor a, SKColor b) => a.Alpha == 0 && b.Alpha == 0 ? 0 :
        Math.Max(Math.Max(Math.Abs(a.Red - b.Red), Math.Abs(a.Green - b.Green)), Math.Max(Math.Abs(a.Blue - b.Blue), Math.Abs(a.Alpha - b.Alpha)));
}
