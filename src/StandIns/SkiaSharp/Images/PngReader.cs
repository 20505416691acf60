using System.Runtime.InteropServices;

namespace SkiaSharp;

/// <summary>Reads PNG files through Cairo.</summary>
static unsafe class PngReader
{
    const int Success = 0, ReadError = 10;      // cairo_status_t

    struct Input
    {
        public byte* Next;
        public nint Left;
    }

    /// <returns>Null when the bytes are no PNG file that can be read.</returns>
    public static PixelBuffer TryRead(ReadOnlySpan<byte> png)
    {
        fixed (byte* bytes = png)
        {
            var input = new Input { Next = bytes, Left = png.Length };
            using var surface = Cairo.ImageSurfaceCreateFromPngStream(&Read, &input);
            return Cairo.SurfaceStatus(surface) == Success ? CopyOf(surface) : null;
        }
    }

    static PixelBuffer CopyOf(Cairo.SurfaceHandle surface)
    {
        var alpha = Cairo.ImageSurfaceGetFormat(surface) == Cairo.FormatArgb32 ? SKAlphaType.Premul : SKAlphaType.Opaque;
        var info = new SKImageInfo(Cairo.ImageSurfaceGetWidth(surface), Cairo.ImageSurfaceGetHeight(surface), SKColorType.Bgra8888, alpha);
        var source = new PixelBuffer(null, (nint)Cairo.ImageSurfaceGetData(surface), Cairo.ImageSurfaceGetStride(surface), info);
        var copy = PixelBuffer.Allocate(info);
        PixelTransfer.Copy(source, copy, 0, 0);
        return copy;
    }

    [UnmanagedCallersOnly]
    static int Read(void* closure, byte* data, uint length)
    {
        var input = (Input*)closure;
        if (length > input->Left) return ReadError;
        Buffer.MemoryCopy(input->Next, data, length, length);
        input->Next += length;
        input->Left -= (nint)length;
        return Success;
    }
}
