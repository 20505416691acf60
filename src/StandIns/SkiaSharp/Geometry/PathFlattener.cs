using System.Numerics;

namespace SkiaSharp;

/// <summary>Cuts curves into as few equal parameter steps as keep the lines within a tolerance of the curve (Wang's formula).</summary>
static class PathFlattener
{
    const int MostSteps = 500;

    /// <param name="path">The path.</param>
    /// <param name="matrix">Applied to the path first.</param>
    /// <param name="tolerance">The largest distance between curve and lines, in the units after <paramref name="matrix"/>.</param>
    /// <param name="into">Receives the contours, after those already there.</param>
    public static void Flatten(SKPath path, in SKMatrix matrix, float tolerance, Contours into)
    {
        var points = path.ControlPoints;
        Vector2 start = default, last = default;
        var begun = false;
        foreach (var verb in path.Verbs)
        {
            var count = verb.PointCount();
            var end = count == 0 ? start : (Vector2)matrix.MapPoint(points[count - 1]);
            if (verb == PathVerb.Move || verb == PathVerb.Close)
            {
                if (begun) into.End(closed: verb == PathVerb.Close);
                (start, begun) = (end, false);
            }
            else
            {
                if (!begun) into.Add(start);
                begun = true;
                if (verb == PathVerb.Line) into.Add(end);
                else if (verb == PathVerb.Quad) Quad(last, matrix.MapPoint(points[0]), end, tolerance, into);
                else Cubic(last, matrix.MapPoint(points[0]), matrix.MapPoint(points[1]), end, tolerance, into);
            }
            last = end;
            points = points[count..];
        }
        if (begun) into.End(closed: false);
    }

    static void Quad(Vector2 a, Vector2 b, Vector2 c, float tolerance, Contours into)
    {
        var steps = Steps(0.25f * (a - 2 * b + c).Length(), tolerance);
        for (var i = 1; i < steps; i++)
        {
            var t = (float)i / steps;
            into.Add(Vector2.Lerp(Vector2.Lerp(a, b, t), Vector2.Lerp(b, c, t), t));
        }
        into.Add(c);
    }

    static void Cubic(Vector2 a, Vector2 b, Vector2 c, Vector2 d, float tolerance, Contours into)
    {
        var steps = Steps(0.75f * MathF.Max((a - 2 * b + c).Length(), (b - 2 * c + d).Length()), tolerance);
        for (var i = 1; i < steps; i++)
        {
            var t = (float)i / steps;
            var s = 1 - t;
            into.Add(s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d);
        }
        into.Add(d);
    }

    static int Steps(float bend, float tolerance) => Math.Clamp((int)MathF.Ceiling(MathF.Sqrt(bend / tolerance)), 1, MostSteps);
}
