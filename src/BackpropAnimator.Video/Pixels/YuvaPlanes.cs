using SkiaSharp;

namespace BackpropAnimator.Video.Pixels;

/// <summary>One picture as FFmpeg's <c>yuva420p</c>: luma and chroma as without alpha, then the alpha plane at full size.</summary>
/// <remarks>
/// Lossy compression mixes the colours of neighbours. So that a shape's edge does not darken, a nearly transparent pixel takes the mean
/// colour of the visible ones in its block instead of black.
/// </remarks>
internal sealed class YuvaPlanes(SKSizeI size) : YuvPlanes(size, size.Width * size.Height * 5 / 2)
{
    // Divides a tile's sides, and whole tiles are converted: a block's mean depends on nothing outside of its tile.
    const int BlockSide = 16;

    // Below this alpha, 8 bits of a premultiplied colour are too few to divide.
    const int NearlyTransparent = 8;

    readonly BgraPixels straight = new(size);

    public ReadOnlySpan<byte> A => Bytes[(LumaLength * 3 / 2)..];

    public override void Convert(ReadOnlySpan<byte> bgra, SKRectI rectangle)
    {
        straight.Convert(bgra, rectangle);
        var pixels = straight.Writable;
        var alpha = Samples[(LumaLength * 3 / 2)..];
        var width = Size.Width;
        for (var top = rectangle.Top; top < rectangle.Bottom; top += BlockSide)
            for (var left = rectangle.Left; left < rectangle.Right; left += BlockSide)
            {
                var (right, bottom) = (Math.Min(left + BlockSide, rectangle.Right), Math.Min(top + BlockSide, rectangle.Bottom));
                FillNearlyTransparent(bgra, pixels, new(left, top, right, bottom));
            }
        for (var y = rectangle.Top; y < rectangle.Bottom; y++)
            for (var at = y * width + rectangle.Left; at < y * width + rectangle.Right; at++) alpha[at] = bgra[at * 4 + 3];
        Bt709.Convert(pixels, rectangle, this);
    }

    void FillNearlyTransparent(ReadOnlySpan<byte> premultiplied, Span<byte> pixels, SKRectI block)
    {
        var (blue, green, red, alpha, faint) = (0, 0, 0, 0, false);
        for (var y = block.Top; y < block.Bottom; y++)
            for (var at = (y * Size.Width + block.Left) * 4; at < (y * Size.Width + block.Right) * 4; at += 4)
            {
                blue += premultiplied[at];
                green += premultiplied[at + 1];
                red += premultiplied[at + 2];
                alpha += premultiplied[at + 3];
                faint |= premultiplied[at + 3] < NearlyTransparent;
            }
        if (!faint || alpha == 0) return;
        byte b = Mean(blue), g = Mean(green), r = Mean(red);
        for (var y = block.Top; y < block.Bottom; y++)
            for (var at = (y * Size.Width + block.Left) * 4; at < (y * Size.Width + block.Right) * 4; at += 4)
                if (premultiplied[at + 3] < NearlyTransparent) (pixels[at], pixels[at + 1], pixels[at + 2]) = (b, g, r);

        byte Mean(int sum) => (byte)Math.Min(255, (sum * 255 + alpha / 2) / alpha);
    }
}
