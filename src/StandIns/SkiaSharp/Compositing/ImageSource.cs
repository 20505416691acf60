namespace SkiaSharp;

/// <summary>
/// An image's pixels under an affine map. Positions in the image are whole numbers of 2⁻³² pixels, so that they do not depend on where
/// a row begins.
/// </summary>
abstract class ImageSource : PixelSource
{
    protected const int Fraction = 32;

    readonly SKShaderTileMode _tileX, _tileY;
    readonly long _startU, _startV, _uByX, _uByY, _vByX, _vByY;

    /// <param name="image">The image, which must outlive the source.</param>
    /// <param name="part">The pixels that may be read; what lies outside is tiled from them.</param>
    /// <param name="toImage">From the device's coordinates to the image's.</param>
    /// <param name="offset">From where a device pixel's middle lies in the image to what is read for it.</param>
    /// <param name="tiles">What lies to the left and right, above and below.</param>
    protected ImageSource(PixelBuffer image, SKRectI part, SKMatrix toImage, double offset, (SKShaderTileMode X, SKShaderTileMode Y) tiles)
    {
        (Image, Part, (_tileX, _tileY)) = (image, part, tiles);
        (_uByX, _uByY, _vByX, _vByY) = (Fixed(toImage.ScaleX), Fixed(toImage.SkewX), Fixed(toImage.SkewY), Fixed(toImage.ScaleY));
        _startU = Fixed(toImage.TransX + (toImage.ScaleX + toImage.SkewX) * 0.5 + offset);
        _startV = Fixed(toImage.TransY + (toImage.SkewY + toImage.ScaleY) * 0.5 + offset);
    }

    protected PixelBuffer Image { get; }
    protected SKRectI Part { get; }

    /// <summary>Whether the image's rows stay rows.</summary>
    protected bool IsUpright => _vByX == 0 && _uByY == 0;

    /// <summary>How far apart neighbouring device pixels lie in the image.</summary>
    protected (long U, long V) Step => (_uByX, _vByX);

    /// <summary>What is read for the device pixel at (x, y).</summary>
    protected (long U, long V) At(int x, int y) => (_startU + x * _uByX + y * _uByY, _startV + x * _vByX + y * _vByY);

    protected int TileX(int column) => Tile(column, Part.Left, Part.Right, _tileX);
    protected int TileY(int row) => Tile(row, Part.Top, Part.Bottom, _tileY);

    static long Fixed(double value) => (long)Math.Round(value * (1L << Fraction));

    static int Tile(int i, int from, int to, SKShaderTileMode mode)
    {
        if (i >= from && i < to) return i;
        var size = to - from;
        var turn = (int)Math.Floor((double)(i - from) / size);
        return mode switch
        {
            SKShaderTileMode.Clamp => Math.Clamp(i, from, to - 1),
            SKShaderTileMode.Mirror when turn % 2 != 0 => to - 1 - (i - from - turn * size),
            _ => i - turn * size,
        };
    }

    /// <param name="image">The image, which must outlive the source.</param>
    /// <param name="part">The pixels that may be read.</param>
    /// <param name="matrix">From the image's coordinates to the device's.</param>
    /// <param name="filter">How to read between pixels.</param>
    /// <param name="tiles">What lies outside <paramref name="part"/>.</param>
    /// <param name="rgba">Whether the target keeps red first.</param>
    public static PixelSource Create(PixelBuffer image, SKRectI part, in SKMatrix matrix, SKFilterMode filter,
        (SKShaderTileMode X, SKShaderTileMode Y) tiles, bool rgba)
    {
        var isShift = matrix is { ScaleX: 1, ScaleY: 1, SkewX: 0, SkewY: 0 };
        var isWhole = isShift && MathF.Round(matrix.TransX) == matrix.TransX && MathF.Round(matrix.TransY) == matrix.TransY;
        ImageSource source = filter == SKFilterMode.Nearest || isWhole
            ? new NearestImageSource(image, part, matrix.Invert(), tiles)
            : new LinearImageSource(image, part, matrix.Invert(), tiles);
        return image.IsRgba == rgba ? source : new SwappedSource(source);
    }
}
