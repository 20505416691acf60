namespace SkiaSharp;

/// <summary>Fills and strokes shapes, and keeps the coverage of those that come again.</summary>
sealed class ShapePainter(Painter painter)
{
    readonly Contours _dashes = new(), _outline = new(), _scratch = new();
    readonly CoverageCache _kept = new();

    /// <param name="state">Where to.</param>
    /// <param name="shape">What, in the matrix's coordinates.</param>
    /// <param name="fill">What counts as inside.</param>
    /// <param name="paint">Its style tells whether the shape is filled, stroked, or both.</param>
    /// <param name="tolerance">The largest distance between a round cap or join and its lines.</param>
    public void Draw(in CanvasState state, Contours shape, SKPathFillType fill, SKPaint paint, float tolerance)
    {
        if (paint.Style != SKPaintStyle.Stroke) Cover(state, shape, null, fill, paint, tolerance);
        if (paint.Style != SKPaintStyle.Fill) Stroke(state, shape, paint, tolerance);
    }

    /// <summary>Strokes a shape, whatever the paint's style.</summary>
    public void Stroke(in CanvasState state, Contours shape, SKPaint paint, float tolerance)
    {
        // A pen thinner than a device pixel draws one pixel wide and so much fainter; a pen of no width just one pixel wide.
        var pixel = tolerance / SKCanvas.Tolerance;
        var faintness = paint.StrokeWidth > 0 && paint.IsAntialias ? Math.Min(1, paint.StrokeWidth / pixel) : 1;
        var pen = new Pen(Math.Max(paint.StrokeWidth, pixel), paint.StrokeCap, paint.StrokeJoin, paint.StrokeMiter, paint.PathEffect);
        if (faintness < 1)
        {
            paint = paint.Clone();
            paint.Color = paint.Color.WithAlpha((byte)(paint.Color.Alpha * faintness + 0.5f));
        }
        Cover(state, shape, pen, SKPathFillType.Winding, paint, tolerance);
    }

    void Cover(in CanvasState state, Contours shape, Pen? pen, SKPathFillType fill, SKPaint paint, float tolerance)
    {
        if (paint.Color.Alpha == 0 && paint.BlendMode is SKBlendMode.SrcOver or SKBlendMode.Plus) return;
        RecordedCoverage coverage = null;
        if (paint.MaskFilter == null && state.Target.Bounds.Right <= RecordedCoverage.Widest)
        {
            var key = new ShapeKey(shape, pen, fill, paint.IsAntialias, state.Matrix, state.Target.Bounds);
            if (!_kept.TryGet(key, out coverage) && _kept.ComesAgain(key))
            {
                coverage = painter.Record(state, Outline(), fill, paint.IsAntialias);
                _kept.Add(key, coverage);
            }
        }
        if (coverage != null) painter.Replay(state, coverage, paint, paint.Shader);
        else painter.Fill(state, Outline(), fill, paint, paint.Shader);

        Contours Outline() => pen is { } stroked ? OutlineOf(shape, stroked, tolerance) : shape;
    }

    Contours OutlineOf(Contours shape, in Pen pen, float tolerance)
    {
        var lines = shape;
        if (pen.Dash is { } dash)
        {
            _dashes.Clear();
            if (Dasher.Dash(shape, dash.Intervals, dash.Phase, _dashes)) lines = _dashes;
        }
        _outline.Clear();
        new Stroker(pen.Width, pen.Cap, pen.Join, pen.Miter, tolerance).Stroke(lines, _scratch, _outline);
        return _outline;
    }
}
