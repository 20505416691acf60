using SkiaSharp;

namespace BackpropAnimator.Typesetting.Tests;

/// <summary>The fonts, opened once for all tests.</summary>
public sealed class Shelf : IDisposable
{
    public FontShelf Fonts { get; } = FontShelf.Open();

    /// <summary>A formula laid out at 1000 units per em, so that its lengths read as Latin Modern Math's font units.</summary>
    internal FormulaLayout Lay(string source) => Fonts.Lay(source, 1000);

    public void Dispose() => Fonts.Dispose();

    /// <summary>Draws on white paper in black and hands back how dark each pixel is, 0 to 255.</summary>
    internal static byte[,] Darkness(int width, int height, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        draw(canvas);
        var darkness = new byte[height, width];
        var pixels = bitmap.GetPixelSpan();
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++) darkness[y, x] = (byte)(255 - pixels[y * bitmap.RowBytes + 4 * x + 1]);
        return darkness;
    }
}

[CollectionDefinition(nameof(ShelfTests))]
public sealed class ShelfTests : ICollectionFixture<Shelf>;
