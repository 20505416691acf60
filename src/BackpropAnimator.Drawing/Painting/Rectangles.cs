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
                var both = SKRectI.Union(rectangles[i], rectangles[k]);
                // What has grown over a third rectangle has to take that in, too.
                var overlap = !SKRectI.Intersect(rectangles[i], rectangles[k]).IsEmpty;
                if (!overlap && Area(both) - Area(rectangles[i]) - Area(rectangles[k]) > PixelsForOneLess) continue;
                rectangles[i] = both;
                rectangles.RemoveAt(k);
                (i, k) = (0, 0);
            }
    }

    static int Area(SKRectI rectangle) => rectangle.Width * rectangle.Height;
}
