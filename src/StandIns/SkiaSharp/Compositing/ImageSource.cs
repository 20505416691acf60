using System.Runtime.Intrinsics;

namespace SkiaSharp;

/// <summary>An image's pixels under an affine map.</summary>
static class ImageSource
{
    /// <param name="image">The image, which must outlive the source.</param>
    /// <param name="part">The pixels that may be read; what lies outside is tiled from them.</param>
    /// <param name="matrix">From the image's coordinates to the device's.</param>
    /// <param name="filter">How to read between pixels.</param>
    /// <param name="rgba">Whether the target keeps red first.</param>
    /// <param name="tileX">What lies to the left and right.</param>
    /// <param name="tileY">What lies above and below.</param>
    public static PixelSource Create(PixelBuffer image, SKRectI part, SKMatrix matrix, SKFilterMode filter, bool rgba,
        SKShaderTileMode tileX = SKShaderTileMode.Clamp, SKShaderTileMode tileY = SKShaderTileMode.Clamp)
    {
        var swap = image.IsRgba != rgba;
        var toImage = matrix.Invert();
        var isShift = matrix.ScaleX == 1 && matrix.ScaleY == 1 && matrix.SkewX == 0 && matrix.SkewY == 0;
        if (isShift && MathF.Round(matrix.TransX) == matrix.TransX && MathF.Round(matrix.TransY) == matrix.TransY) filter = SKFilterMode.Nearest;
        return filter == SKFilterMode.Nearest
            ? new Nearest(image, part, toImage, isShift, swap, tileX, tileY)
            : new Linear(image, part, toImage, swap, tileX, tileY);
    }

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

    sealed class Nearest(PixelBuffer image, SKRectI part, SKMatrix toImage, bool isShift, bool swap, SKShaderTileMode tileX, SKShaderTileMode tileY)
        : PixelSource
    {
        public override ReadOnlySpan<uint> Read(int x, int y, int length, Span<uint> scratch)
        {
            var upright = toImage.SkewY == 0;
            if (isShift)
            {
                int left = Column(x, y), top = Row(x, y);
                if (part.Contains(SKRectI.Create(left, top, length, 1)))
                {
                    var row = image.Row(left, top, length);
                    if (!swap) return row;
                    PixelMath.SwapRedAndBlue(row, scratch);
                    return scratch[..length];
                }
            }
            for (var i = 0; i < length; i++)
            {
                var column = Tile(Column(x + i, y), part.Left, part.Right, tileX);
                var row = Tile(upright ? Row(x, y) : Row(x + i, y), part.Top, part.Bottom, tileY);
                var pixel = image.Row(column, row, 1)[0];
                scratch[i] = swap ? PixelMath.SwapRedAndBlue(pixel) : pixel;
            }
            return scratch[..length];
        }

        int Column(int x, int y) => (int)MathF.Floor(toImage.ScaleX * (x + 0.5f) + toImage.SkewX * (y + 0.5f) + toImage.TransX);
        int Row(int x, int y) => (int)MathF.Floor(toImage.SkewY * (x + 0.5f) + toImage.ScaleY * (y + 0.5f) + toImage.TransY);
    }

    sealed class Linear(PixelBuffer image, SKRectI part, SKMatrix toImage, bool swap, SKShaderTileMode tileX, SKShaderTileMode tileY) : PixelSource
    {
        public override ReadOnlySpan<uint> Read(int x, int y, int length, Span<uint> scratch)
        {
            for (var i = 0; i < length; i++)
            {
                // Pixel centres lie at halves; positions in 1/256 of a pixel.
                var u = (int)MathF.Floor((toImage.ScaleX * (x + i + 0.5f) + toImage.SkewX * (y + 0.5f) + toImage.TransX - 0.5f) * 256 + 0.5f);
                var v = (int)MathF.Floor((toImage.SkewY * (x + i + 0.5f) + toImage.ScaleY * (y + 0.5f) + toImage.TransY - 0.5f) * 256 + 0.5f);
                int left = Tile(u >> 8, part.Left, part.Right, tileX), right = Tile((u >> 8) + 1, part.Left, part.Right, tileX);
                int top = Tile(v >> 8, part.Top, part.Bottom, tileY), bottom = Tile((v >> 8) + 1, part.Top, part.Bottom, tileY);
                var upper = Mix(image.Row(left, top, 1)[0], image.Row(right, top, 1)[0], u & 255);
                var lower = Mix(image.Row(left, bottom, 1)[0], image.Row(right, bottom, 1)[0], u & 255);
                var pixel = Mix(upper, lower, v & 255);
                scratch[i] = swap ? PixelMath.SwapRedAndBlue(pixel) : pixel;
            }
            return scratch[..length];
        }

        // a + (b − a) · part / 256 in each channel, two channels at a time.
        static uint Mix(uint a, uint b, int part)
        {
            var (f, g) = ((uint)(256 - part), (uint)part);
            var even = (a & 0xFF00FF) * f + (b & 0xFF00FF) * g + 0x800080 >> 8 & 0xFF00FF;
            var odd = (a >> 8 & 0xFF00FF) * f + (b >> 8 & 0xFF00FF) * g + 0x800080 & 0xFF00FF00;
            return even | odd;
        }
    }
}
