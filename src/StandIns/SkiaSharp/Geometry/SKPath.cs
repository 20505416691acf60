namespace SkiaSharp;

/// <summary>A finished outline of lines and Bézier curves, made by <see cref="SKPathBuilder"/>. Arcs are kept as cubics.</summary>
public class SKPath : SKObject
{
    readonly PathVerb[] _verbs;
    readonly SKPoint[] _points;

    public SKPath() : this([], [], SKPathFillType.Winding) { }

    internal SKPath(PathVerb[] verbs, SKPoint[] points, SKPathFillType fillType)
    {
        (_verbs, _points, FillType) = (verbs, points, fillType);
        Bounds = BoundsOf(points);
    }

    internal ReadOnlySpan<PathVerb> Verbs => _verbs;
    internal ReadOnlySpan<SKPoint> ControlPoints => _points;

    public SKPathFillType FillType { get; set; }

    public bool IsEmpty => _verbs.Length == 0;

    /// <summary>The box around all control points, which the outline never leaves.</summary>
    public SKRect Bounds { get; }

    /// <summary>The box around the outline itself.</summary>
    public SKRect TightBounds
    {
        get
        {
            var contours = new Contours();
            PathFlattener.Flatten(this, SKMatrix.Identity, tolerance: 0.01f, contours);
            return BoundsOf(contours.Points);
        }
    }

    static SKRect BoundsOf(ReadOnlySpan<SKPoint> points)
    {
        if (points.IsEmpty) return SKRect.Empty;
        var bounds = new SKRect(points[0].X, points[0].Y, points[0].X, points[0].Y);
        foreach (var p in points)
            bounds = new(Math.Min(bounds.Left, p.X), Math.Min(bounds.Top, p.Y), Math.Max(bounds.Right, p.X), Math.Max(bounds.Bottom, p.Y));
        return bounds;
    }
}
