using BackpropAnimator.Video.Files;
using SkiaSharp;

namespace BackpropAnimator.Video.Stills;

/// <summary>Pixels to PNG files.</summary>
internal static class Png
{
    // PNG is lossless whatever the quality says.
    const int Quality = 100;

    /// <param name="bgra">The picture, opaque, without padding.</param>
    /// <exception cref="RenderException">The file cannot be written; nothing is left behind.</exception>
    public static void Write(ReadOnlySpan<byte> bgra, SKSizeI size, string file)
    {
        using var part = new PartFile(file);
        using var image = SKImage.FromPixelCopy(new SKImageInfo(size.Width, size.Height, SKColorType.Bgra8888, SKAlphaType.Premul), bgra);
        using var data = image.Encode(SKEncodedImageFormat.Png, Quality);
        Disk.Write(part.Path, () => data.SaveTo(part.Content));
        part.Complete();
    }
}
