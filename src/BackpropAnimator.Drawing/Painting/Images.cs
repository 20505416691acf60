using System.Runtime.InteropServices;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>Rasters as the canvas takes them, made once each.</summary>
internal sealed class Images : IDisposable
{
    // A lesson shows one or two at a time, of some 2 MB.
    const int MostImages = 16;

    readonly Dictionary<Raster, SKImage> images = [];

    public SKImage Of(Raster raster)
    {
        if (images.TryGetValue(raster, out var image)) return image;
        if (images.Count >= MostImages) Clear();
        var info = new SKImageInfo(raster.Width, raster.Height, SKColorType.Bgra8888, SKAlphaType.Premul);
        return images[raster] = SKImage.FromPixelCopy(info, ImmutableCollectionsMarshal.AsArray(raster.Pixels)!);
    }

    void Clear()
    {
        foreach (var image in images.Values) image.Dispose();
        images.Clear();
    }

    public void Dispose() => Clear();
}
