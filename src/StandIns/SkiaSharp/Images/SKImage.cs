namespace SkiaSharp;

/// <summary>Immutable pixels. May be drawn by several threads at once.</summary>
public unsafe class SKImage : SKObject
{
    internal SKImage(PixelBuffer buffer) => Buffer = buffer;

    internal PixelBuffer Buffer { get; }

    // A shader may outlive the image that it was made of; then the garbage collector frees the pixels after both.
    internal bool IsShared { get; set; }

    public SKImageInfo Info => Buffer.Info;
    public int Width => Info.Width;
    public int Height => Info.Height;
    public SKColorType ColorType => Info.ColorType;
    public SKAlphaType AlphaType => Info.AlphaType;

    public static SKImage FromPixelCopy(SKImageInfo info, byte[] pixels) => FromPixelCopy(info, pixels.AsSpan());
    public static SKImage FromPixelCopy(SKImageInfo info, ReadOnlySpan<byte> pixels) => FromPixelCopy(info, pixels, info.RowBytes);

    public static SKImage FromPixelCopy(SKImageInfo info, ReadOnlySpan<byte> pixels, int rowBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pixels.Length, (info.Height - 1) * rowBytes + info.RowBytes, nameof(pixels));
        fixed (byte* address = pixels) return FromPixelCopy(info, (nint)address, rowBytes);
    }

    public static SKImage FromPixelCopy(SKImageInfo info, nint pixels) => FromPixelCopy(info, pixels, info.RowBytes);
    public static SKImage FromPixelCopy(SKImageInfo info, nint pixels, int rowBytes) =>
        CopyOf(new(null, pixels, rowBytes, info), info.Rect);
    public static SKImage FromPixelCopy(SKPixmap pixmap) => CopyOf(pixmap.Buffer, pixmap.Rect);
    public static SKImage FromBitmap(SKBitmap bitmap) => CopyOf(bitmap.Buffer, bitmap.Info.Rect);

    /// <summary>The picture of a PNG or JPEG file, upright.</summary>
    /// <returns>Null when the bytes are no such file.</returns>
    public static SKImage FromEncodedData(ReadOnlySpan<byte> data) => EncodedPicture.TryReadUpright(data) is { } buffer ? new(buffer) : null;
    public static SKImage FromEncodedData(byte[] data) => FromEncodedData(data.AsSpan());
    public static SKImage FromEncodedData(SKData data) => FromEncodedData(data.AsSpan());
    public static SKImage FromEncodedData(string filename) => SKData.Create(filename) is { } data ? FromEncodedData(data) : null;

    internal static SKImage CopyOf(PixelBuffer source, SKRectI part)
    {
        var copy = PixelBuffer.Allocate(source.Info.WithSize(part.Size));
        PixelTransfer.Copy(source, copy, part.Left, part.Top);
        return new(copy);
    }

    /// <returns>Null when <paramref name="subset"/> lies outside the image.</returns>
    public SKImage Subset(SKRectI subset) =>
        SKRectI.Intersect(subset, Info.Rect) is { Width: > 0, Height: > 0 } part ? CopyOf(Buffer, part) : null;

    public SKPixmap PeekPixels() => new(Info, Buffer.Address, Buffer.RowBytes, this);

    public bool ReadPixels(SKImageInfo dstInfo, nint dstPixels) => ReadPixels(dstInfo, dstPixels, dstInfo.RowBytes, 0, 0);
    public bool ReadPixels(SKImageInfo dstInfo, nint dstPixels, int dstRowBytes) => ReadPixels(dstInfo, dstPixels, dstRowBytes, 0, 0);
    public bool ReadPixels(SKImageInfo dstInfo, nint dstPixels, int dstRowBytes, int srcX, int srcY) =>
        PixelTransfer.Copy(Buffer, new(null, dstPixels, dstRowBytes, dstInfo), srcX, srcY);

    /// <summary>The image as a PNG file.</summary>
    public SKData Encode() => Encode(SKEncodedImageFormat.Png, 100);

    /// <returns>Null when <paramref name="format"/> is not PNG.</returns>
    public SKData Encode(SKEncodedImageFormat format, int quality)
    {
        using var pixmap = PeekPixels();
        return pixmap.Encode(format, quality);
    }

    protected override void DisposeManaged()
    {
        if (!IsShared) Buffer.Dispose();
    }
}
