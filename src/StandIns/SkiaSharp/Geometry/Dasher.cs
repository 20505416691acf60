using System.Numerics;

namespace SkiaSharp;

static class Dasher
{
    /// <summary>Cuts contours into the dashes of a pattern of on and off lengths, begun anew at each contour.</summary>
    public static void Dash(Contours source, float[] intervals, float phase, Contours into)
    {
        var period = intervals.Sum();
        if (!(period > 0)) return;
        phase -= MathF.Floor(phase / period) * period;
        var first = 0;
        while (phase >= intervals[first])
        {
            phase -= intervals[first];
            first = (first + 1) % intervals.Length;
        }
        for (var i = 0; i < source.Count; i++) DashContour(source[i], source.IsClosed(i), intervals, first, intervals[first] - phase, into);
    }

    static void DashContour(ReadOnlySpan<SKPoint> points, bool closed, float[] intervals, int index, float left, Contours into)
    {
        if (index % 2 == 0) into.Add(points[0]);
        for (var i = 1; i < points.Length + (closed ? 1 : 0); i++)
        {
            Vector2 from = points[i - 1], to = points[i % points.Length];
            var length = Vector2.Distance(from, to);
            var walked = 0f;
            while (walked + left < length)
            {
                walked += left;
                into.Add(Vector2.Lerp(from, to, walked / length));
                if (index % 2 == 0) into.End(closed: false);
                index = (index + 1) % intervals.Length;
                left = intervals[index];
            }
            left -= length - walked;
            if (index % 2 == 0) into.Add(to);
        }
        if (index % 2 == 0) into.End(closed: false);
    }
}
