namespace SkiaSharp;

/// <summary>The coverage of an upright rectangle: what <see cref="Rasterizer"/> would find, without looking for edges.</summary>
static class RectangleCoverage
{
    const int One = 256;

    /// <param name="rect">In device pixels.</param>
    /// <param name="clip">The pixels that are wanted.</param>
    /// <param name="antialias">Whether pixels may be partly covered.</param>
    /// <param name="sink">Receives the coverage.</param>
    public static void Sweep(SKRect rect, SKRectI clip, bool antialias, CoverageSink sink)
    {
        int left = Rasterizer.Snap(rect.Left), right = Rasterizer.Snap(rect.Right);
        int top = Rasterizer.Snap(rect.Top), bottom = Rasterizer.Snap(rect.Bottom);
        // The columns that are covered from side to side, and those beside them that are not.
        int full = left + One - 1 >> 8, fullEnd = Math.Max(right >> 8, full), first = left >> 8, last = right - 1 >> 8;
        var (from, to) = (Math.Max(full, clip.Left), Math.Min(fullEnd, clip.Right));
        for (var y = Math.Max(top >> 8, clip.Top); y < Math.Min(bottom + One - 1 >> 8, clip.Bottom); y++)
        {
            var height = Overlap(top, bottom, y);
            if (first < full) Column(first, y, Overlap(left, right, first) * height);
            if (from < to && Cover(One * height) is var covered && covered > 0) sink.Run(from, y, to - from, covered);
            if (last >= fullEnd && last > first) Column(last, y, Overlap(left, right, last) * height);
        }

        void Column(int x, int y, int area)
        {
            if (x >= clip.Left && x < clip.Right && Cover(area) is var covered && covered > 0) sink.Run(x, y, 1, covered);
        }

        byte Cover(int area) => Rasterizer.Cover(2 * area, evenOdd: false, antialias);
    }

    static int Overlap(int start, int end, int pixel) => Math.Min(end, (pixel + 1) * One) - Math.Max(start, pixel * One);
}
