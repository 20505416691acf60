using System.Runtime.InteropServices;

namespace SkiaSharp;

/// <summary>Pixels in somebody else's memory; valid as long as that is.</summary>
public unsafe class SKPixmap : SKObject
{
    readonly nint _address;
    readonly object _owner;

    public SKPixmap(SKImageInfo info, nint addr) : this(info, addr, info.RowBytes) { }
    public SKPixmap(SKImageInfo info, nint addr, int rowBytes) : this(info, addr, rowBytes, null) { }

    internal SKPixmap(SKImageInfo info, nint address, int rowBytes, object owner) =>
        (Info, _address, RowBytes, _owner) = (info, address, rowBytes, owner);

    public SKImageInfo Info { get; }
    public int RowBytes { get; }
    public int Width => Info.Width;
    public int Height => Info.Height;
    public SKSizeI Size => Info.Size;
    public SKRectI Rect => Info.Rect;
    public SKColorType ColorType => Info.ColorType;
    public SKAlphaType AlphaType => Info.AlphaType;
    public int BytesPerPixel => Info.BytesPerPixel;
    public int BytesSize => Height == 0 ? 0 : (Height - 1) * RowBytes + Info.RowBytes;

    internal PixelBuffer Buffer => new(null, _address, RowBytes, Info);

    public nint GetPixels() => _address;
    public nint GetPixels(int x, int y) => _address + (nint)y * RowBytes + (nint)x * BytesPerPixel;
    public Span<byte> GetPixelSpan() => new((void*)_address, BytesSize);
    public Span<T> GetPixelSpan<T>() where T : unmanaged => MemoryMarshal.Cast<byte, T>(GetPixelSpan());
    public SKColor GetPixelColor(int x, int y) => PixelTransfer.ColorOf(Buffer, x, y);

    public bool ReadPixels(SKImageInfo dstInfo, nint dstPixels, int dstRowBytes) => ReadPixels(dstInfo, dstPixels, dstRowBytes, 0, 0);

    public bool ReadPixels(SKImageInfo dstInfo, nint dstPixels, int dstRowBytes, int srcX, int srcY)
    {
        var read = PixelTransfer.Copy(Buffer, new(null, dstPixels, dstRowBytes, dstInfo), srcX, srcY);
        GC.KeepAlive(_owner);
        return read;
    }

    public SKData Encode(SKEncodedImageFormat encoder, int quality)
    {
        using var stream = new MemoryStream();
        return Encode(stream, encoder, quality) ? SKData.Adopt(stream.ToArray()) : null;
    }

    public bool Encode(Stream dst, SKEncodedImageFormat encoder, int quality)
    {
        if (encoder != SKEncodedImageFormat.Png) return false;
        PngWriter.Write(Buffer, dst);
        GC.KeepAlive(_owner);
        return true;
    }
}
