using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing.Tests;

public class RasterTests
{
    [Fact]
    public void Rasters_of_the_same_pixels_are_equal_whoever_made_them()
    {
        Assert.Equal(new Raster(1, 2, [1, 2, 3, 255, 4, 5, 6, 255]), new Raster(1, 2, [1, 2, 3, 255, 4, 5, 6, 255]));
        Assert.NotEqual(new Raster(1, 2, [1, 2, 3, 255, 4, 5, 6, 255]), new Raster(2, 1, [1, 2, 3, 255, 4, 5, 6, 255]));
        Assert.NotEqual(new Raster(1, 1, [1, 2, 3, 255]), new Raster(1, 1, [1, 2, 4, 255]));
    }

    [Fact]
    public void A_raster_has_as_many_bytes_as_its_size_takes() => Assert.Throws<ArgumentException>(() => new Raster(2, 2, [1, 2, 3, 4]));

    [Fact]
    public void A_file_that_is_too_large_is_scaled_down_by_averaging()
    {
        // Columns of black and white by turns, four pixels wide: half as wide, every pixel is grey.
        using var bitmap = new SKBitmap(new SKImageInfo(4, 2, SKColorType.Bgra8888, SKAlphaType.Premul));
        for (var x = 0; x < 4; x++)
            for (var y = 0; y < 2; y++) bitmap.SetPixel(x, y, x % 2 == 0 ? SKColors.Black : SKColors.White);
        using var file = bitmap.Encode(SKEncodedImageFormat.Png, 100);

        var raster = Raster.Decode(file.ToArray(), longestSide: 2)!;

        Assert.Equal((2, 1), (raster.Width, raster.Height));
        Assert.Equal([128, 128, 128, 255, 128, 128, 128, 255], raster.Pixels.ToArray());
        Assert.Equal((4, 2), Raster.Decode(file.ToArray(), longestSide: 4) is { } whole ? (whole.Width, whole.Height) : default);
    }

    [Fact]
    public void What_is_no_picture_is_no_raster() => Assert.Null(Raster.Decode([1, 2, 3, 4], 100));

    [Fact]
    public void A_raster_is_painted_where_it_is_put()
    {
        using var fonts = FontShelf.Open();
        using var painter = new Painter(new(64, 36), fonts);
        var red = new Raster(1, 1, [0, 0, 255, 255]);
        painter.Paint(new Frame(new(64, 36), Samples.Backdrop, [new RasterImage(red, new(10, 10, 20, 20))]));

        Assert.Equal([0, 0, 255, 255], painter.Pixels.Slice((15 * 64 + 15) * 4, 4).ToArray());
        Assert.NotEqual(255, painter.Pixels[(5 * 64 + 5) * 4 + 2]);
    }
}
