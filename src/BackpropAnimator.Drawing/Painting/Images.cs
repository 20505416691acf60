using System.Runtime.InteropServices;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>Rasters at the size and place that they have in the picture, each scaled once.</summary>
/// <remarks>
/// How Skia filters a pixel depends on the clip; what has been filtered before, and lies on whole pixels, is copied alike everywhere.
/// </remarks>
internal sealed class Images : IDisposable
{
    // A lesson shows one or two at a time, of some 2 MB.
    const int MostImages = 16;

    readonly Dictionary<(Raster Raster, SKRect Place), SKImage> images = [];

    /// <param name="place">Where the raster lies in the picture, in pixels.</param>
    /// <returns>All pixels that it touches: to be drawn at <paramref name="place"/>'s left and top, rounded down.</returns>
    public SKImage Of(Raster raster, SKRect place)
    {
        if (images.TryGetValue((raster, place), out var image)) return image;
        if (images.Count >= MostImages) Clear();
        return images[(raster, place)] = Scale(raster, place);
    }

    static SKImage Scale(Raster raster, SKRect place)
    {
        var pixels = SKRectI.Ceiling(place, outwards: true);
        var info = new SKImageInfo(raster.Width, raster.Height, SKColorType.Bgra8888, SKAlphaType.Premul);
        using var original = SKImage.FromPixelCopy(info, ImmutableCollectionsMarshal.AsArray(raster.Pixels)!);
        using var surface = SKSurface.Create(info.WithSize(pixels.Size));
        using var paint = new SKPaint { IsAntialias = true };
        surface.Canvas.Clear();
        place.Offset(-pixels.Left, -pixels.Top);
        surface.Canvas.DrawImage(original, place, new SKSamplingOptions(SKFilterMode.Linear), paint);
        return surface.Snapshot();
    }

    void Clear()
    {
        foreach (var image in images.Values) image.Dispose();
        images.Clear();
    }

    public void Dispose() => Clear();
}
