using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Video.Pixels;

/// <summary>One picture as FFmpeg's <c>bgra</c> in which a pixel is there or not, for formats that know nothing between.</summary>
/// <remarks>
/// What is there in part lies over a matte, so that thin lines and the rims of letters stay; only what is hardly there goes, the fainter
/// the more of it, in a pattern that does not move.
/// </remarks>
internal sealed class MattedPixels(SKSizeI size, SKColor matte) : EncoderPicture(size, size.Width * size.Height * 4)
{
    // Of an alpha in between, some pixels of the pattern are there. A faint hair line at 360 lines has some 60, and what is left of one
    // below a label at most 25.
    const int Nothing = 20, Whole = 60;

    static readonly byte[] thresholds =
    [
        .. Enumerable.Range(0, Dither.Side * Dither.Side).Select(i =>
            (byte)(Nothing + Dither.At(i % Dither.Side, i / Dither.Side) * (Whole - Nothing))),
    ];

    public override void Convert(ReadOnlySpan<byte> bgra, SKRectI rectangle)
    {
        for (var y = rectangle.Top; y < rectangle.Bottom; y++)
            for (var x = rectangle.Left; x < rectangle.Right; x++)
            {
                var at = (y * Size.Width + x) * 4;
                var alpha = bgra[at + 3];
                var isThere = alpha > thresholds[y % Dither.Side * Dither.Side + x % Dither.Side];
                Samples[at] = isThere ? Over(bgra[at], matte.Blue, alpha) : (byte)0;
                Samples[at + 1] = isThere ? Over(bgra[at + 1], matte.Green, alpha) : (byte)0;
                Samples[at + 2] = isThere ? Over(bgra[at + 2], matte.Red, alpha) : (byte)0;
                Samples[at + 3] = isThere ? (byte)255 : (byte)0;
            }
    }

    static byte Over(int premultiplied, int behind, int alpha) => (byte)Math.Min(255, premultiplied + (behind * (255 - alpha) + 127) / 255);
}
