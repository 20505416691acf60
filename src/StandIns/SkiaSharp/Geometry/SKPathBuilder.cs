namespace SkiaSharp;

public class SKPathBuilder : SKObject
{
    readonly List<PathVerb> _verbs = [];
    readonly List<SKPoint> _points = [];
    SKPoint _start;

    public SKPathBuilder() { }

    public SKPathBuilder(SKPath path) => (_, FillType) = (Append(path, SKMatrix.Identity, SKPathAddMode.Append), path.FillType);

    public SKPathFillType FillType { get; set; }

    SKPoint Last => _points.Count == 0 ? SKPoint.Empty : _verbs[^1] == PathVerb.Close ? _start : _points[^1];

    public SKPath Snapshot() => new([.. _verbs], [.. _points], FillType);

    public SKPath Detach()
    {
        var path = Snapshot();
        Reset();
        return path;
    }

    public void Reset()
    {
        _verbs.Clear();
        _points.Clear();
        (_start, FillType) = (SKPoint.Empty, SKPathFillType.Winding);
    }

    public void MoveTo(SKPoint point) => Add(PathVerb.Move, _start = point);
    public void MoveTo(float x, float y) => MoveTo(new SKPoint(x, y));
    public void RMoveTo(float dx, float dy) => MoveTo(Last + new SKPoint(dx, dy));

    public void LineTo(SKPoint point)
    {
        EnsureContour();
        Add(PathVerb.Line, point);
    }

    public void LineTo(float x, float y) => LineTo(new SKPoint(x, y));
    public void RLineTo(float dx, float dy) => LineTo(Last + new SKPoint(dx, dy));

    public void QuadTo(SKPoint point0, SKPoint point1)
    {
        EnsureContour();
        Add(PathVerb.Quad, point0, point1);
    }

    public void QuadTo(float x0, float y0, float x1, float y1) => QuadTo(new SKPoint(x0, y0), new SKPoint(x1, y1));

    public void CubicTo(SKPoint point0, SKPoint point1, SKPoint point2)
    {
        EnsureContour();
        Add(PathVerb.Cubic, point0, point1, point2);
    }

    public void CubicTo(float x0, float y0, float x1, float y1, float x2, float y2) =>
        CubicTo(new SKPoint(x0, y0), new SKPoint(x1, y1), new SKPoint(x2, y2));

    /// <summary>
    /// Appends an arc of an ellipse, after a line to its start (or a move, if asked for or if nothing is there yet). Angles in degrees.
    /// </summary>
    public void ArcTo(SKRect oval, float startAngle, float sweepAngle, bool forceMoveTo)
    {
        var start = EllipticArc.PointAt(oval, startAngle);
        if (forceMoveTo || _verbs.Count == 0) MoveTo(start);
        else if (SKPoint.Distance(Last, start) > 1e-4f) LineTo(start);
        foreach (var (a, b, c) in EllipticArc.Cubics(oval, startAngle, sweepAngle)) CubicTo(a, b, c);
    }

    public void Close()
    {
        if (_verbs.Count > 0 && _verbs[^1] != PathVerb.Close) _verbs.Add(PathVerb.Close);
    }

    public void AddRect(SKRect rect, SKPathDirection direction = SKPathDirection.Clockwise)
    {
        var clockwise = direction == SKPathDirection.Clockwise;
        MoveTo(rect.Left, rect.Top);
        LineTo(clockwise ? rect.Right : rect.Left, clockwise ? rect.Top : rect.Bottom);
        LineTo(rect.Right, rect.Bottom);
        LineTo(clockwise ? rect.Left : rect.Right, clockwise ? rect.Bottom : rect.Top);
        Close();
    }

    public void AddRoundRect(SKRoundRect rect, SKPathDirection direction = SKPathDirection.Clockwise) =>
        RoundRectOutline.Add(this, rect, direction);

    public void AddRoundRect(SKRect rect, float rx, float ry, SKPathDirection dir = SKPathDirection.Clockwise) =>
        AddRoundRect(new SKRoundRect(rect, rx, ry), dir);

    public void AddOval(SKRect rect, SKPathDirection direction = SKPathDirection.Clockwise)
    {
        AddArc(rect, 0, direction == SKPathDirection.Clockwise ? 360 : -360);
        Close();
    }

    public void AddArc(SKRect oval, float startAngle, float sweepAngle) => ArcTo(oval, startAngle, sweepAngle, forceMoveTo: true);

    public void AddCircle(float x, float y, float radius, SKPathDirection dir = SKPathDirection.Clockwise) =>
        AddOval(new SKRect(x - radius, y - radius, x + radius, y + radius), dir);

    public void AddPoly(SKPoint[] points, bool close = true) => AddPoly(points.AsSpan(), close);

    public void AddPoly(ReadOnlySpan<SKPoint> points, bool close = true)
    {
        if (points.IsEmpty) return;
        MoveTo(points[0]);
        foreach (var point in points[1..]) LineTo(point);
        if (close) Close();
    }

    public void AddPath(SKPath other, float dx, float dy, SKPathAddMode mode = SKPathAddMode.Append) =>
        Append(other, SKMatrix.CreateTranslation(dx, dy), mode);
    public void AddPath(SKPath other, in SKMatrix matrix, SKPathAddMode mode = SKPathAddMode.Append) => Append(other, matrix, mode);
    public void AddPath(SKPath other, SKPathAddMode mode = SKPathAddMode.Append) => Append(other, SKMatrix.Identity, mode);

    bool Append(SKPath other, SKMatrix matrix, SKPathAddMode mode)
    {
        var points = other.ControlPoints;
        var extend = mode == SKPathAddMode.Extend && _verbs.Count > 0;
        foreach (var verb in other.Verbs)
        {
            if (verb == PathVerb.Move && !extend) _start = matrix.MapPoint(points[0]);
            _verbs.Add(verb == PathVerb.Move && extend ? PathVerb.Line : verb);
            foreach (var point in points[..verb.PointCount()]) _points.Add(matrix.MapPoint(point));
            points = points[verb.PointCount()..];
            extend = false;
        }
        return true;
    }

    // A line after a Close goes on from where the closed contour began; a line after nothing begins at the origin.
    void EnsureContour()
    {
        if (_verbs.Count == 0 || _verbs[^1] == PathVerb.Close) MoveTo(_start);
    }

    void Add(PathVerb verb, params ReadOnlySpan<SKPoint> points)
    {
        _verbs.Add(verb);
        _points.AddRange(points);
    }
}
