using System.Runtime.InteropServices;

namespace SkiaSharp;

/// <summary>Reads JPEG files through libjpeg-turbo.</summary>
static unsafe class JpegReader
{
    public static ReadOnlySpan<byte> Signature => [0xFF, 0xD8, 0xFF];

    /// <returns>The pixels in the file's order, not turned; null when the bytes are no JPEG file that can be read whole.</returns>
    public static PixelBuffer TryRead(ReadOnlySpan<byte> jpeg)
    {
        using var decompressor = TurboJpeg.InitDecompress();
        var size = new CULong((nuint)jpeg.Length);
        fixed (byte* bytes = jpeg)
        {
            if (TurboJpeg.DecompressHeader(decompressor, bytes, size, out var width, out var height, out _, out _) != 0) return null;
            var pixels = PixelBuffer.Allocate(new(width, height, SKColorType.Bgra8888, SKAlphaType.Opaque));
            if (TurboJpeg.Decompress(decompressor, bytes, size, (void*)pixels.Address, width, pixels.RowBytes, height, TurboJpeg.Bgra, TurboJpeg.AccurateTransform) == 0) return pixels;
            pixels.Dispose();
            return null;
        }
    }
}
