namespace SkiaSharp;

/// <summary>Pixels to read and write one by one.</summary>
public unsafe class SKBitmap : SKObject
{
    public SKBitmap(int width, int height, bool isOpaque = false)
        : this(width, height, SKImageInfo.PlatformColorType, isOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul) { }
    public SKBitmap(int width, int height, SKColorType colorType, SKAlphaType alphaType)
        : this(new SKImageInfo(width, height, colorType, alphaType)) { }
    public SKBitmap(SKImageInfo info) : this(PixelBuffer.Allocate(info)) { }

    SKBitmap(PixelBuffer buffer) => Buffer = buffer;

    internal PixelBuffer Buffer { get; }

    public SKImageInfo Info => Buffer.Info;
    public int Width => Info.Width;
    public int Height => Info.Height;
    public SKColorType ColorType => Info.ColorType;
    public SKAlphaType AlphaType => Info.AlphaType;
    public int RowBytes => Buffer.RowBytes;
    public int ByteCount => Info.BytesSize;

    public static SKBitmap FromImage(SKImage image) => CopyOf(image.Buffer);

    /// <summary>The pixels of a PNG or JPEG file in the file's own order, however the camera was held.</summary>
    /// <returns>Null when the bytes are no such file.</returns>
    public static SKBitmap Decode(ReadOnlySpan<byte> buffer) => EncodedPicture.TryRead(buffer) is { } pixels ? new(pixels) : null;
    public static SKBitmap Decode(byte[] buffer) => Decode(buffer.AsSpan());
    public static SKBitmap Decode(SKData data) => Decode(data.AsSpan());
    public static SKBitmap Decode(string filename) => SKData.Create(filename) is { } data ? Decode(data) : null;

    static SKBitmap CopyOf(PixelBuffer source)
    {
        var copy = PixelBuffer.Allocate(source.Info);
        PixelTransfer.Copy(source, copy, 0, 0);
        return new(copy);
    }

    public SKBitmap Copy() => CopyOf(Buffer);
    public SKColor GetPixel(int x, int y) => PixelTransfer.ColorOf(Buffer, x, y);

    public void SetPixel(int x, int y, SKColor color)
    {
        Buffer.Row(x, y, 1)[0] = Buffer.Pack(color);
        Buffer.KeepAlive();
    }

    public void Erase(SKColor color)
    {
        using var canvas = new SKCanvas(this);
        canvas.Clear(color);
    }

    public nint GetPixels() => Buffer.Address;
    public Span<byte> GetPixelSpan() => new((void*)Buffer.Address, ByteCount);
    public SKPixmap PeekPixels() => new(Info, Buffer.Address, RowBytes, this);

    public SKData Encode(SKEncodedImageFormat format, int quality)
    {
        using var pixmap = PeekPixels();
        return pixmap.Encode(format, quality);
    }

    protected override void DisposeManaged() => Buffer.Dispose();
}
