namespace SkiaSharp;

/// <summary>The coverage of an upright rectangle: what <see cref="Rasterizer"/> would find, without looking for edges.</summary>
static class RectangleCoverage
{
    const int One = 256;
    const int NarrowRow = 128;      // pixels; up to here one call with partly covered ends is cheaper than three

    /// <param name="rect">In device pixels.</param>
    /// <param name="clip">The pixels that are wanted.</param>
    /// <param name="antialias">Whether pixels may be partly covered.</param>
    /// <param name="sink">Receives the coverage.</param>
    public static void Sweep(SKRect rect, SKRectI clip, bool antialias, CoverageSink sink)
    {
        int left = Rasterizer.Snap(rect.Left), right = Rasterizer.Snap(rect.Right);
        int top = Rasterizer.Snap(rect.Top), bottom = Rasterizer.Snap(rect.Bottom);
        int from = Math.Max(left >> 8, clip.Left), to = Math.Min(right + One - 1 >> 8, clip.Right);
        if (from >= to) return;
        // The columns that are covered from side to side; beside them there may be one on each side that is not.
        int full = Math.Max(left + One - 1 >> 8, from), fullEnd = Math.Max(Math.Min(right >> 8, to), full);
        Span<byte> narrow = stackalloc byte[NarrowRow];
        var isNarrow = to - from <= NarrowRow && (from < full || fullEnd < to);
        if (isNarrow) Columns(narrow, One);
        for (var y = Math.Max(top >> 8, clip.Top); y < Math.Min(bottom + One - 1 >> 8, clip.Bottom); y++)
        {
            var height = Overlap(top, bottom, y);
            if (isNarrow && height == One) sink.Pixels(from, y, narrow[..(to - from)]);
            else
            {
                if (from < full) Run(from, full, Overlap(left, right, from) * height, y);
                Run(full, fullEnd, One * height, y);
                if (fullEnd < to) Run(fullEnd, to, Overlap(left, right, fullEnd) * height, y);
            }
        }

        void Columns(Span<byte> row, int height)
        {
            for (var x = from; x < to; x++) row[x - from] = Cover(Overlap(left, right, x) * height);
        }

        void Run(int start, int end, int area, int y)
        {
            if (start < end && Cover(area) is var covered && covered > 0) sink.Run(start, y, end - start, covered);
        }

        byte Cover(int area) => Rasterizer.Cover(2 * area, evenOdd: false, antialias);
    }

    static int Overlap(int start, int end, int pixel) => Math.Max(0, Math.Min(end, (pixel + 1) * One) - Math.Max(start, pixel * One));
}
