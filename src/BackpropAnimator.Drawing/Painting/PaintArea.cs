using System.Runtime.InteropServices;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>The part of a picture that is being painted: rectangles that do not overlap, and the same as a clip for Skia.</summary>
/// <remarks>
/// How Skia smooths a shape's rim depends on the bounds of the clip, and on whether the clip is a plain rectangle. So the clip is a region
/// that always reaches from the margin above the picture to the one below, over its whole width, and is never a rectangle: a shape is then
/// scanned in the same way whatever part of it is wanted, and its pixels are the same, bit for bit.
/// </remarks>
internal sealed class PaintArea : IDisposable
{
    readonly SKRectI above, below;
    readonly List<SKRectI> rectangles = [];

    /// <param name="size">The picture's width and height in pixels.</param>
    public PaintArea(SKSizeI size)
    {
        var bottom = PixelSurface.Margin + size.Height;
        // Only half as wide as the picture: together with any part of it, and with all of it, this makes no rectangle.
        above = new(0, 0, size.Width / 2, PixelSurface.Margin);
        below = new(0, bottom, size.Width, bottom + PixelSurface.Margin);
    }

    /// <summary>In pixels of the picture.</summary>
    public IReadOnlyList<SKRectI> Rectangles => rectangles;

    /// <summary>The same, for loops that run thousands of times a frame.</summary>
    public ReadOnlySpan<SKRectI> Span => CollectionsMarshal.AsSpan(rectangles);

    /// <summary>In rows of a <see cref="PixelSurface"/>'s canvas.</summary>
    public SKRegion Clip { get; } = new();

    /// <summary>Takes other rectangles, which do not overlap.</summary>
    public void Set(IEnumerable<SKRectI> parts)
    {
        rectangles.Clear();
        rectangles.AddRange(parts);
        var clip = new SKRectI[rectangles.Count + 2];
        (clip[0], clip[^1]) = (above, below);
        for (var i = 0; i < rectangles.Count; i++)
        {
            clip[i + 1] = rectangles[i];
            clip[i + 1].Offset(0, PixelSurface.Margin);
        }
        Clip.SetRects(clip);
    }

    public void Dispose() => Clip.Dispose();
}
