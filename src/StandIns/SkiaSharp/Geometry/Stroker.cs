using System.Numerics;

namespace SkiaSharp;

/// <summary>
/// Turns polylines into the outline of a pen that follows them: the left side forwards, a cap, the right side back, a cap.
/// To be filled by winding.
/// </summary>
/// <param name="width">The pen's width.</param>
/// <param name="cap">The ends of open contours.</param>
/// <param name="join">The outer sides of corners.</param>
/// <param name="miterLimit">A miter longer than this many pen widths is cut to a bevel.</param>
/// <param name="tolerance">The largest distance between a round cap or join and its lines.</param>
readonly struct Stroker(float width, SKStrokeCap cap, SKStrokeJoin join, float miterLimit, float tolerance)
{
    // Corners flatter than this (8°) are the inside of a curve, not corners of the drawing: both sides simply meet.
    const float NearlyStraight = 0.99f;

    readonly float _radius = width / 2;
    readonly float _arcStep = 2 * MathF.Acos(1 - Math.Min(tolerance / (width / 2), 0.5f));

    public void Stroke(Contours source, Contours scratch, Contours into)
    {
        scratch.Clear();
        for (var i = 0; i < source.Count; i++) AddWithoutRepeats(source[i], source.IsClosed(i), scratch);
        for (var i = 0; i < scratch.Count; i++)
        {
            var points = scratch[i];
            if (points.Length == 1) Dot(points[0], into);
            else if (scratch.IsClosed(i) && points.Length > 2) Ring(points, into);
            else Line(points, into);
        }
    }

    // A closed polyline of two points goes there and back: the same picture as open, but for the caps, which are joins then.
    static void AddWithoutRepeats(ReadOnlySpan<SKPoint> points, bool closed, Contours into)
    {
        var (first, count) = (into.Points.Length, 0);
        foreach (var point in points)
        {
            if (count > 0 && point == into.Points[^1]) continue;
            if (count > 1 && closed && count == points.Length - 1 && point == into.Points[first]) continue;
            into.Add(point);
            count++;
        }
        into.End(closed);
    }

    void Dot(Vector2 p, Contours into)
    {
        if (cap == SKStrokeCap.Butt) return;
        var ahead = new Vector2(_radius, 0);
        Cap(p, ahead, into);
        Cap(p, -ahead, into);
        into.End(closed: true);
    }

    void Line(ReadOnlySpan<SKPoint> points, Contours into)
    {
        var n = points.Length;
        for (var i = 1; i < n - 1; i++)
            Corner(points[i], Direction(points[i - 1], points[i]), Direction(points[i], points[i + 1]), into);
        Cap(points[n - 1], Direction(points[n - 2], points[n - 1]) * _radius, into);
        for (var i = n - 2; i > 0; i--)
            Corner(points[i], Direction(points[i + 1], points[i]), Direction(points[i], points[i - 1]), into);
        Cap(points[0], Direction(points[1], points[0]) * _radius, into);
        into.End(closed: true);
    }

    void Ring(ReadOnlySpan<SKPoint> points, Contours into)
    {
        var n = points.Length;
        for (var i = 0; i < n; i++)
            Corner(points[i], Direction(points[(i + n - 1) % n], points[i]), Direction(points[i], points[(i + 1) % n]), into);
        into.End(closed: true);
        for (var i = n - 1; i >= 0; i--)
            Corner(points[i], Direction(points[(i + 1) % n], points[i]), Direction(points[i], points[(i + n - 1) % n]), into);
        into.End(closed: true);
    }

    static Vector2 Direction(Vector2 from, Vector2 to) => Vector2.Normalize(to - from);

    static Vector2 Left(Vector2 direction) => new(direction.Y, -direction.X);

    // The left side of the corner at p, from direction d to direction e.
    void Corner(Vector2 p, Vector2 d, Vector2 e, Contours into)
    {
        var cosine = Vector2.Dot(d, e);
        Vector2 before = p + Left(d) * _radius, after = p + Left(e) * _radius;
        if (cosine > NearlyStraight)
        {
            into.Add(p + (Left(d) + Left(e)) * (_radius / (1 + cosine)));
            return;
        }
        into.Add(before);
        var turnsRight = d.X * e.Y - d.Y * e.X >= 0;
        if (!turnsRight) into.Add(p);                                 // the inner side: through the middle, so that nothing is left out
        else if (join == SKStrokeJoin.Round) Arc(p, Left(d) * _radius, MathF.Acos(Math.Clamp(cosine, -1, 1)), into);
        else if (join == SKStrokeJoin.Miter && 1 <= miterLimit * MathF.Sqrt((1 + cosine) / 2))
            into.Add(p + (Left(d) + Left(e)) * (_radius / (1 + cosine)));
        into.Add(after);
    }

    void Cap(Vector2 p, Vector2 ahead, Contours into)
    {
        var left = Left(ahead);
        if (cap == SKStrokeCap.Square) p += ahead;
        into.Add(p + left);
        if (cap == SKStrokeCap.Round) Arc(p, left, MathF.PI, into);
        into.Add(p - left);
    }

    // The points strictly inside an arc that turns right (clockwise on the screen).
    void Arc(Vector2 centre, Vector2 from, float angle, Contours into)
    {
        var steps = (int)MathF.Ceiling(angle / _arcStep);
        for (var i = 1; i < steps; i++)
        {
            var (sin, cos) = MathF.SinCos(angle * i / steps);
            into.Add(centre + new Vector2(from.X * cos - from.Y * sin, from.X * sin + from.Y * cos));
        }
    }
}
