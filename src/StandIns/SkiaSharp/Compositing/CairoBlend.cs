namespace SkiaSharp;

/// <summary>The blend modes that need no speed of their own, by Cairo's operators.</summary>
static unsafe class CairoBlend
{
    /// <summary>Blends a source into a target where a mask covers it.</summary>
    /// <param name="target">What is drawn to.</param>
    /// <param name="mask">The coverage, inside the target's bounds.</param>
    /// <param name="source">Pixels with blue first, whatever the target's order.</param>
    /// <param name="mode">Any mode.</param>
    public static void Apply(PixelBuffer target, MaskBuffer mask, PixelSource source, SKBlendMode mode)
    {
        var area = mask.Bounds;
        uint[] blended = new uint[area.Width * area.Height], sources = new uint[area.Width * area.Height];
        var row = new uint[area.Width + PixelSource.Padding];
        for (var y = area.Top; y < area.Bottom; y++)
        {
            Copy(target.Row(area.Left, y, area.Width), RowOf(blended, y), target.IsRgba);
            source.Read(area.Left, y, area.Width, row).CopyTo(RowOf(sources, y));
        }
        Blend(blended, sources, area.Size, mode);
        // Skia's rule for every mode: where a pixel is partly covered, it is a mix of the blended and the old one.
        for (var y = area.Top; y < area.Bottom; y++)
        {
            Copy(RowOf(blended, y), row, target.IsRgba);
            PixelMath.Combine<SrcBlend>(target.Row(area.Left, y, area.Width), row, mask.Row(area.Left, y, area.Width));
        }

        Span<uint> RowOf(uint[] pixels, int y) => pixels.AsSpan((y - area.Top) * area.Width, area.Width);
    }

    static void Copy(ReadOnlySpan<uint> from, Span<uint> to, bool swap)
    {
        if (swap) PixelMath.SwapRedAndBlue(from, to);
        else from.CopyTo(to);
    }

    static void Blend(uint[] target, uint[] source, SKSizeI size, SKBlendMode mode)
    {
        fixed (uint* to = target)
        fixed (uint* from = source)
        {
            using var below = Cairo.ImageSurfaceCreateForData(to, Cairo.FormatArgb32, size.Width, size.Height, size.Width * 4);
            using var above = Cairo.ImageSurfaceCreateForData(from, Cairo.FormatArgb32, size.Width, size.Height, size.Width * 4);
            using var context = Cairo.Create(below);
            Cairo.SetOperator(context, Operator(mode));
            Cairo.SetSourceSurface(context, above, 0, 0);
            Cairo.Paint(context);
            Cairo.SurfaceFlush(below);
        }
    }

    // cairo_operator_t
    static int Operator(SKBlendMode mode) => mode switch
    {
        SKBlendMode.Clear => 0,
        SKBlendMode.Src => 1,
        SKBlendMode.SrcOver => 2,
        SKBlendMode.SrcIn => 3,
        SKBlendMode.SrcOut => 4,
        SKBlendMode.SrcATop => 5,
        SKBlendMode.Dst => 6,
        SKBlendMode.DstOver => 7,
        SKBlendMode.DstIn => 8,
        SKBlendMode.DstOut => 9,
        SKBlendMode.DstATop => 10,
        SKBlendMode.Xor => 11,
        SKBlendMode.Plus => 12,
        SKBlendMode.Multiply => 14,
        SKBlendMode.Screen => 15,
        SKBlendMode.Overlay => 16,
        SKBlendMode.Darken => 17,
        SKBlendMode.Lighten => 18,
        SKBlendMode.ColorDodge => 19,
        SKBlendMode.ColorBurn => 20,
        SKBlendMode.HardLight => 21,
        SKBlendMode.SoftLight => 22,
        SKBlendMode.Difference => 23,
        SKBlendMode.Exclusion => 24,
        SKBlendMode.Hue => 25,
        SKBlendMode.Saturation => 26,
        SKBlendMode.Color => 27,
        SKBlendMode.Luminosity => 28,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Unknown blend mode."),
    };
}
