using System.Numerics;

namespace SkiaSharp;

static class Dasher
{
    const float MostPeriods = 100_000;

    /// <summary>Cuts contours into the dashes of a pattern of on and off lengths, begun anew at each contour.</summary>
    /// <returns>False, as Skia does, when that would be no pattern but a flood of dashes; then the lines are to be drawn whole.</returns>
    public static bool Dash(Contours source, float[] intervals, float phase, Contours into)
    {
        var period = intervals.Sum();
        if (!(Length(source) / period < MostPeriods)) return false;
        phase -= MathF.Floor(phase / period) * period;
        var first = 0;
        while (phase >= intervals[first])
        {
            phase -= intervals[first];
            first = (first + 1) % intervals.Length;
        }
        for (var i = 0; i < source.Count; i++) DashContour(source[i], source.IsClosed(i), intervals, first, intervals[first] - phase, into);
        return true;
    }

    static float Length(Contours contours)
    {
        var length = 0f;
        for (var i = 0; i < contours.Count; i++)
            for (var k = 1; k < contours[i].Length; k++) length += SKPoint.Distance(contours[i][k - 1], contours[i][k]);
        return length;
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
