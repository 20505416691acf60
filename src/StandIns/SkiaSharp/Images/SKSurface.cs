namespace SkiaSharp;

/// <summary>Pixels to draw to: 32 bits, premultiplied or opaque, red or blue first. For one thread at a time.</summary>
public class SKSurface : SKObject
{
    readonly PixelBuffer _buffer;

    SKSurface(PixelBuffer buffer) => (_buffer, Canvas) = (buffer, new SKCanvas(buffer));

    public SKCanvas Canvas { get; }

    /// <summary>A surface of its own pixels, transparent at first.</summary>
    /// <returns>Null when such pixels cannot be drawn to.</returns>
    public static SKSurface Create(SKImageInfo info) => CanDrawTo(info) ? new(PixelBuffer.Allocate(info)) : null;

    /// <summary>A surface over the caller's pixels, which must stay where they are.</summary>
    public static SKSurface Create(SKImageInfo info, nint pixels) => Create(info, pixels, info.RowBytes);
    public static SKSurface Create(SKImageInfo info, nint pixels, int rowBytes) =>
        CanDrawTo(info) && pixels != 0 && rowBytes >= info.RowBytes ? new(new PixelBuffer(null, pixels, rowBytes, info)) : null;
    public static SKSurface Create(SKPixmap pixmap) => Create(pixmap.Info, pixmap.GetPixels(), pixmap.RowBytes);

    static bool CanDrawTo(SKImageInfo info) =>
        !info.IsEmpty && info.ColorType != SKColorType.Unknown && info.AlphaType is SKAlphaType.Premul or SKAlphaType.Opaque;

    /// <summary>A copy of the pixels as they are now.</summary>
    public SKImage Snapshot() => SKImage.CopyOf(_buffer, _buffer.Info.Rect);

    /// <returns>Null when <paramref name="bounds"/> lies outside the surface.</returns>
    public SKImage Snapshot(SKRectI bounds) =>
        SKRectI.Intersect(bounds, _buffer.Info.Rect) is { Width: > 0, Height: > 0 } part ? SKImage.CopyOf(_buffer, part) : null;

    public void Draw(SKCanvas canvas, float x, float y, SKPaint paint)
    {
        using var image = Snapshot();
        canvas.DrawImage(image, x, y, SKSamplingOptions.Default, paint);
    }

    public SKPixmap PeekPixels() => new(_buffer.Info, _buffer.Address, _buffer.RowBytes, this);

    public bool ReadPixels(SKImageInfo dstInfo, nint dstPixels, int dstRowBytes, int srcX, int srcY) =>
        PixelTransfer.Copy(_buffer, new(null, dstPixels, dstRowBytes, dstInfo), srcX, srcY);

    /// <summary>Nothing waits to be drawn: drawing happens at once.</summary>
    public void Flush() => _buffer.KeepAlive();

    protected override void DisposeManaged()
    {
        Canvas.Dispose();
        _buffer.Dispose();
    }
}
