using System.Runtime.InteropServices;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A canvas over pixels of our own, which are read without a copy.</summary>
internal sealed class PixelSurface : IDisposable
{
    readonly SKSurface surface;

    /// <param name="size">Width and height in pixels.</param>
    public PixelSurface(SKSizeI size)
    {
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Bgra8888, SKAlphaType.Premul);
        Pixels = GC.AllocateUninitializedArray<byte>(info.RowBytes * size.Height, pinned: true);
        surface = SKSurface.Create(info, Marshal.UnsafeAddrOfPinnedArrayElement(Pixels, 0), info.RowBytes);
    }

    /// <summary>BGRA, 8 bits a channel, premultiplied, rows of 4 × width bytes; anything at first.</summary>
    public byte[] Pixels { get; }

    public SKCanvas Canvas => surface.Canvas;

    public void Dispose() => surface.Dispose();
}
