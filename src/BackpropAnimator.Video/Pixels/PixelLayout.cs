using SkiaSharp;

namespace BackpropAnimator.Video.Pixels;

/// <summary>How an encoder gets its pictures.</summary>
/// <param name="FFmpegName">FFmpeg's name for it.</param>
/// <param name="IsBt709">Whether the samples are Y′CbCr by BT.709, and not red, green and blue.</param>
/// <param name="NewPicture">Makes a picture of a size, all zeros.</param>
internal sealed record PixelLayout(string FFmpegName, bool IsBt709, Func<SKSizeI, EncoderPicture> NewPicture)
{
    /// <summary>Opaque Y′CbCr at half the chroma resolution.</summary>
    public static readonly PixelLayout Yuv420 = new("yuv420p", IsBt709: true, size => new YuvPlanes(size));

    /// <summary>The same with an alpha plane. The colours are not multiplied with alpha.</summary>
    public static readonly PixelLayout Yuva420 = new("yuva420p", IsBt709: true, size => new YuvaPlanes(size));

    /// <summary>Every pixel's blue, green, red and alpha. The colours are not multiplied with alpha.</summary>
    public static readonly PixelLayout Bgra = new("bgra", IsBt709: false, size => new BgraPixels(size));

    /// <summary>The same where a pixel is there or not.</summary>
    /// <param name="matte">What those that are there in part show through.</param>
    public static PixelLayout MattedBgra(SKColor matte) => new("bgra", IsBt709: false, size => new MattedPixels(size, matte));
}

/// <summary>One picture as an encoder reads it, without padding.</summary>
internal abstract class EncoderPicture(SKSizeI size, int length)
{
    // Pinned: FFmpeg may read them where they are.
    readonly byte[] bytes = GC.AllocateArray<byte>(length, pinned: true);

    public SKSizeI Size => size;
    public ReadOnlySpan<byte> Bytes => bytes;
    protected Span<byte> Samples => bytes;

    /// <summary>Takes a part of the painter's picture over.</summary>
    /// <param name="bgra">The whole picture, premultiplied, four bytes a pixel, without padding.</param>
    /// <param name="rectangle">The part, as <see cref="DirtyTiles"/> hands it out.</param>
    public abstract void Convert(ReadOnlySpan<byte> bgra, SKRectI rectangle);
}
