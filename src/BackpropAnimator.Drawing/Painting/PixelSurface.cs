using System.Runtime.InteropServices;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A picture in memory of our own: Skia draws into it, light is added to it, and it is read without a copy.</summary>
/// <remarks>
/// Above and below the picture lies a row that nobody sees. A <see cref="PaintArea"/> reaches into both, which keeps what Skia paints
/// independent of how much of the picture is painted.
/// </remarks>
internal sealed class PixelSurface : IDisposable
{
    /// <summary>Rows above the picture, and as many below.</summary>
    public const int Margin = 1;

    readonly byte[] bytes;
    readonly SKSurface surface;

    /// <param name="size">Width and height of the picture in pixels.</param>
    public PixelSurface(SKSizeI size)
    {
        Size = size;
        var info = new SKImageInfo(size.Width, size.Height + 2 * Margin, SKColorType.Bgra8888, SKAlphaType.Premul);
        bytes = GC.AllocateUninitializedArray<byte>(info.BytesSize, pinned: true);
        surface = SKSurface.Create(info, Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0), info.RowBytes);
    }

    public SKSizeI Size { get; }

    /// <summary>BGRA, 8 bits a channel, premultiplied, rows of 4 × width bytes, without the margins; anything at first.</summary>
    public Span<byte> Pixels => bytes.AsSpan(Size.Width * 4 * Margin, Size.Width * 4 * Size.Height);

    /// <summary>Skia's way into the pixels. Its row <see cref="Margin"/> is the picture's first.</summary>
    public SKCanvas Canvas => surface.Canvas;

    /// <summary>One row of the picture, a pixel in each element.</summary>
    public Span<uint> Row(int y) => MemoryMarshal.Cast<byte, uint>(Pixels.Slice(y * Size.Width * 4, Size.Width * 4));

    /// <summary>Copies a part of another picture of the same size to the same place.</summary>
    public void Copy(ReadOnlySpan<byte> from, SKRectI part)
    {
        var to = Pixels;
        for (var y = part.Top; y < part.Bottom; y++)
        {
            var (start, length) = ((y * Size.Width + part.Left) * 4, part.Width * 4);
            from.Slice(start, length).CopyTo(to.Slice(start, length));
        }
    }

    /// <summary>Makes a part transparent.</summary>
    public void Clear(SKRectI part)
    {
        for (var y = part.Top; y < part.Bottom; y++) Row(y).Slice(part.Left, part.Width).Clear();
    }

    public void Dispose() => surface.Dispose();
}
