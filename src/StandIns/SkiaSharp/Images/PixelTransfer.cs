namespace SkiaSharp;

/// <summary>Copies pixels from one buffer to another of the same or another format.</summary>
static class PixelTransfer
{
    /// <summary>Fills the part of <paramref name="to"/> that <paramref name="from"/>, seen from (x, y), covers.</summary>
    /// <returns>False when nothing overlaps, or when either has a format that pixels are not kept in.</returns>
    public static bool Copy(PixelBuffer from, PixelBuffer to, int x, int y)
    {
        var size = SKRectI.Intersect(from.Info.Rect, SKRectI.Create(x, y, to.Info.Width, to.Info.Height));
        if (size.Width <= 0 || size.Height <= 0) return false;
        if (from.Info.ColorType == SKColorType.Unknown || to.Info.ColorType == SKColorType.Unknown) return false;
        for (var row = size.Top; row < size.Bottom; row++)
            CopyRow(from.Row(size.Left, row, size.Width), from.Info, to.Row(size.Left - x, row - y, size.Width), to.Info);
        from.KeepAlive();
        return true;
    }

    /// <summary>The pixel at (x, y) as a colour that is not premultiplied.</summary>
    public static SKColor ColorOf(PixelBuffer buffer, int x, int y)
    {
        Span<uint> pixel = stackalloc uint[1];
        CopyRow(buffer.Row(x, y, 1), buffer.Info, pixel, new SKImageInfo(1, 1, SKColorType.Bgra8888, SKAlphaType.Unpremul));
        return new(pixel[0]);
    }

    public static void CopyRow(ReadOnlySpan<uint> from, in SKImageInfo fromInfo, Span<uint> to, in SKImageInfo toInfo)
    {
        if (fromInfo.ColorType == toInfo.ColorType) from.CopyTo(to);
        else PixelMath.SwapRedAndBlue(from, to);
        if (fromInfo.AlphaType == SKAlphaType.Premul && toInfo.AlphaType == SKAlphaType.Unpremul) Unpremultiply(to[..from.Length]);
        else if (fromInfo.AlphaType == SKAlphaType.Unpremul && toInfo.AlphaType == SKAlphaType.Premul) Premultiply(to[..from.Length]);
        else if (fromInfo.AlphaType == SKAlphaType.Opaque || toInfo.AlphaType == SKAlphaType.Opaque)
            foreach (ref var pixel in to[..from.Length]) pixel |= 0xFF000000;
    }

    static void Unpremultiply(Span<uint> pixels)
    {
        foreach (ref var pixel in pixels)
        {
            var alpha = pixel >> 24;
            if (alpha is 0 or 255) continue;
            uint Channel(uint p, int shift) => Math.Min(255, ((p >> shift & 255) * 255 + alpha / 2) / alpha) << shift;
            pixel = alpha << 24 | Channel(pixel, 16) | Channel(pixel, 8) | Channel(pixel, 0);
        }
    }

    static void Premultiply(Span<uint> pixels)
    {
        foreach (ref var pixel in pixels)
        {
            var alpha = (int)(pixel >> 24);
            static uint Channel(uint p, int shift, int alpha) => (uint)Fraction.Multiply((int)(p >> shift & 255), alpha) << shift;
            pixel = (uint)alpha << 24 | Channel(pixel, 16, alpha) | Channel(pixel, 8, alpha) | Channel(pixel, 0, alpha);
        }
    }
}
