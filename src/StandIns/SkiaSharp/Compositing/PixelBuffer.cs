namespace SkiaSharp;

/// <summary>Pixels in memory, seen as the device rectangle they show.</summary>
/// <param name="memory">What keeps the pixels alive; null for memory that belongs to the caller.</param>
/// <param name="address">The first pixel.</param>
/// <param name="rowBytes">From one row to the next.</param>
/// <param name="info">Size and format.</param>
/// <param name="origin">Where the first pixel lies on the device: not at (0, 0) for a layer.</param>
sealed unsafe class PixelBuffer(PixelMemory memory, nint address, int rowBytes, SKImageInfo info, SKPointI origin = default) : IDisposable
{
    /// <summary>New transparent pixels.</summary>
    public static PixelBuffer Allocate(SKImageInfo info, SKPointI origin = default)
    {
        var memory = new PixelMemory(info.BytesSize);
        return new(memory, memory.DangerousGetHandle(), info.RowBytes, info, origin);
    }

    // The device's pixel at (0, 0), whether it is there or not.
    readonly byte* _first = (byte*)address - (nint)origin.Y * rowBytes - (nint)origin.X * 4;

    public SKImageInfo Info => info;
    public nint Address => address;
    public int RowBytes => rowBytes;
    public bool IsRgba => info.ColorType == SKColorType.Rgba8888;
    public SKRectI Bounds { get; } = SKRectI.Create(origin, info.Size);

    /// <summary><paramref name="length"/> pixels from the device's (x, y) on, which lie inside <see cref="Bounds"/>.</summary>
    public Span<uint> Row(int x, int y, int length) =>
        new(_first + (nint)y * rowBytes + (nint)x * 4, length);

    /// <summary>A colour as this buffer keeps it: premultiplied and in its order of channels.</summary>
    public uint Pack(SKColor color) => PixelMath.Pack(color, IsRgba);

    /// <summary>Throws if the memory has been given back.</summary>
    public void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(memory is { IsClosed: true }, this);

    /// <summary>Keeps the pixels alive while they are read or written by address.</summary>
    public void KeepAlive() => GC.KeepAlive(memory);

    public void Dispose() => memory?.Dispose();
}
