using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>Gathers rectangles to repaint into fewer ones.</summary>
internal static class Rectangles
{
    // An item that lies across two rectangles is painted in each: about as much work as this many pixels more.
    const int PixelsForOneLess = 6 * 1024;

    /// <summary>Joins rectangles that do not overlap into fewer, slightly larger ones that do not overlap either.</summary>
    public static void Join(List<SKRectI> rectangles)
    {
        for (var i = 0; i < rectangles.Count; i++)
            for (var k = i + 1; k < rectangles.Count; k++)
            {
                var joined = Around(SKRectI.Union(rectangles[i], rectangles[k]), rectangles, out var pixels, out var count);
                if (Pixels(joined) - pixels > PixelsForOneLess * (count - 1)) continue;
                rectangles.RemoveAll(joined.IntersectsWith);
                rectangles.Add(joined);
                (i, k) = (0, 0);
            }
    }

    // What has grown over part of a third rectangle takes in all of it, and so on.
    static SKRectI Around(SKRectI joined, List<SKRectI> rectangles, out int pixels, out int count)
    {
        SKRectI before;
        do
        {
            (before, pixels, count) = (joined, 0, 0);
            foreach (var rectangle in rectangles)
            {
                if (!joined.IntersectsWith(rectangle)) continue;
                joined = SKRectI.Union(joined, rectangle);
                pixels += Pixels(rectangle);
                count++;
            }
        }
        while (joined != before);
        return joined;
    }

    static int Pixels(SKRectI rectangle) => rectangle.Width * rectangle.Height;
}
