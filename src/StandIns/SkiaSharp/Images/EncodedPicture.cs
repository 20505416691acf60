namespace SkiaSharp;

/// <summary>Reads the picture files that the stand-in knows: PNG and JPEG.</summary>
static class EncodedPicture
{
    /// <returns>Null when the bytes are no such file that can be read.</returns>
    public static PixelBuffer TryRead(ReadOnlySpan<byte> file) => file.StartsWith(JpegReader.Signature) ? JpegReader.TryRead(file) : PngReader.TryRead(file);

    /// <summary>The same, turned as the camera was held.</summary>
    public static PixelBuffer TryReadUpright(ReadOnlySpan<byte> file) =>
        TryRead(file) is { } pixels ? file.StartsWith(JpegReader.Signature) ? ExifOrientation.Upend(pixels, ExifOrientation.Of(file)) : pixels : null;
}
