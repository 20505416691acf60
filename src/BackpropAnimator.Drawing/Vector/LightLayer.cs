using System.Runtime.InteropServices;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>Light that lies together over a drawing, as pixels: no gradient of a document has its shape.</summary>
/// <param name="stage">Width and height in stage units.</param>
internal sealed class LightLayer(SKSize stage) : IDisposable
{
    /// <summary>Pixels a stage unit, as in a picture of 1080 lines: light is soft.</summary>
    const float Density = 1;

    // 8 MB for a wide stage.
    readonly Lazy<PixelSurface> surface = new(() => new(SizeOf(stage)));
    SKRectI lit;

    /// <summary>How the light lies over what is below it.</summary>
    public GlowBlend Blend { get; private set; }

    public bool IsEmpty => lit.IsEmpty;

    /// <param name="make">Makes the light for a number of pixels a stage unit.</param>
    /// <param name="blend">The same as that of the light that is there.</param>
    public void Add<TField>(Func<float, FieldLight<TField>> make, GlowBlend blend)
        where TField : struct, IDistanceField
    {
        var light = make(Density);
        var size = surface.Value.Size;
        var touched = SKRectI.Intersect(SKRectI.Ceiling(light.Field.Bounds, outwards: true), SKRectI.Create(size));
        if (touched.IsEmpty || light.Color.IsNothing) return;
        if (lit.IsEmpty) surface.Value.Clear(SKRectI.Create(size));
        light.Paint(surface.Value, [SKRectI.Create(size)], isDithered: false);
        (lit, Blend) = (lit.IsEmpty ? touched : SKRectI.Union(lit, touched), blend);
    }

    /// <summary>Takes all light away.</summary>
    /// <returns>Its pixels, and where they lie in stage units. The caller disposes of the image.</returns>
    public (SKImage Image, SKRect Place) Take()
    {
        var (source, part) = (surface.Value, lit);
        var pixels = new byte[part.Width * part.Height * 4];
        for (var y = 0; y < part.Height; y++)
            MemoryMarshal.AsBytes(source.Row(part.Top + y).Slice(part.Left, part.Width)).CopyTo(pixels.AsSpan(y * part.Width * 4));
        lit = default;
        var info = new SKImageInfo(part.Width, part.Height, SKColorType.Bgra8888, SKAlphaType.Premul);
        return (
            SKImage.FromPixelCopy(info, pixels),
            new(part.Left / Density, part.Top / Density, part.Right / Density, part.Bottom / Density));
    }

    static SKSizeI SizeOf(SKSize stage) => new((int)MathF.Ceiling(stage.Width * Density), (int)MathF.Ceiling(stage.Height * Density));

    public void Dispose()
    {
        if (surface.IsValueCreated) surface.Value.Dispose();
    }
}
