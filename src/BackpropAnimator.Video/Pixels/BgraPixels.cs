using SkiaSharp;

namespace BackpropAnimator.Video.Pixels;

/// <summary>One picture as FFmpeg's <c>bgra</c>, with straight alpha, while the painter's colours are premultiplied.</summary>
/// <remarks>8.3 MB at 1920×1080, 33 MB at 3840×2160.</remarks>
internal sealed class BgraPixels(SKSizeI size) : EncoderPicture(size, size.Width * size.Height * 4)
{
    const int FractionBits = 16;

    // 255 / alpha
    static readonly int[] reciprocals = [0, .. Enumerable.Range(1, 255).Select(alpha => ((255 << FractionBits) + alpha / 2) / alpha)];

    /// <summary>For who has more to do to the colours.</summary>
    public Span<byte> Writable => Samples;

    public override void Convert(ReadOnlySpan<byte> bgra, SKRectI rectangle)
    {
        for (var y = rectangle.Top; y < rectangle.Bottom; y++)
        {
            var (from, length) = ((y * Size.Width + rectangle.Left) * 4, rectangle.Width * 4);
            Divide(bgra.Slice(from, length), Samples.Slice(from, length));
        }
    }

    static void Divide(ReadOnlySpan<byte> premultiplied, Span<byte> straight)
    {
        premultiplied.CopyTo(straight);
        for (var at = 0; at < straight.Length; at += 4)
        {
            if (straight[at + 3] is 255 or 0) continue;
            var reciprocal = reciprocals[straight[at + 3]];
            for (var channel = at; channel < at + 3; channel++)
                straight[channel] = (byte)Math.Min(255, straight[channel] * reciprocal + (1 << FractionBits - 1) >> FractionBits);
        }
    }
}
