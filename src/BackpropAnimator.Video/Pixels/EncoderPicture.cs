using SkiaSharp;

namespace BackpropAnimator.Video.Pixels;

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
    /// <param name="rectangle">The part, as <see cref="StaleTiles"/> hands it out.</param>
    public abstract void Convert(ReadOnlySpan<byte> bgra, SKRectI rectangle);
}
