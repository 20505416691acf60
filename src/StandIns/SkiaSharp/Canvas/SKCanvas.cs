namespace SkiaSharp;

/// <summary>
/// Draws to pixels. What a pixel becomes depends on what is drawn and on what it was, never on the clip rectangle around it.
/// </summary>
public class SKCanvas : SKObject
{
    /// <summary>The largest distance, in device pixels, between a curve and the lines that it is drawn as.</summary>
    internal const float Tolerance = 0.04f;

    readonly Painter _painter = new();
    readonly TextPainter _text;
    readonly ShapePainter _shapes;
    readonly SKPaint _plain = new();
    readonly Contours _shape = new();
    readonly Stack<CanvasState> _saved = new();
    CanvasState _state;

    public SKCanvas(SKBitmap bitmap) : this(bitmap.Buffer) { }

    internal SKCanvas(PixelBuffer target)
    {
        _text = new(_painter);
        _shapes = new(_painter);
        _state = new(SKMatrix.Identity, target.Bounds, null, target, null, false);
    }

    public SKMatrix TotalMatrix => _state.Matrix;
    public int SaveCount => _saved.Count + 1;
    public SKRectI DeviceClipBounds => _state.Clip;
    public bool IsClipEmpty => _state.Clip.IsEmpty;

    public SKRect LocalClipBounds
    {
        get
        {
            // Skia leaves a pixel around the clip for the edges of antialiased shapes.
            var clip = SKRectI.Inflate(_state.Clip, 1, 1);
            return IsClipEmpty || !_state.Matrix.TryInvert(out var inverse) ? SKRect.Empty : inverse.MapRect(clip);
        }
    }

    /// <summary>True when nothing inside <paramref name="rect"/> can be seen.</summary>
    public bool QuickReject(SKRect rect) => !_state.Matrix.MapRect(rect).IntersectsWith(_state.Clip);
    public bool QuickReject(SKPath path) => path.IsEmpty || QuickReject(path.Bounds);

    public int Save()
    {
        _saved.Push(_state);
        _state = _state with { LayerPaint = null, IsLayer = false };
        return _saved.Count;
    }

    public int SaveLayer() => SaveLayer(null);
    public int SaveLayer(SKPaint paint) => BeginLayer(_state.Clip, paint);
    public int SaveLayer(SKRect limit, SKPaint paint) =>
        BeginLayer(SKRectI.Intersect(_state.Clip, SKRectI.Ceiling(_state.Matrix.MapRect(limit), outwards: true)), paint);

    int BeginLayer(SKRectI bounds, SKPaint paint)
    {
        _saved.Push(_state);
        if (bounds.Width <= 0 || bounds.Height <= 0) bounds = SKRectI.Empty;
        var info = new SKImageInfo(bounds.Width, bounds.Height, _state.Target.Info.ColorType, SKAlphaType.Premul);
        var layer = PixelBuffer.Allocate(info, bounds.Location);
        _state = new(_state.Matrix, bounds, null, layer, paint?.Clone() ?? new SKPaint(), IsLayer: true);
        return _saved.Count;
    }

    public void Restore()
    {
        if (_saved.Count == 0) return;
        var ended = _state;
        _state = _saved.Pop();
        if (!ended.IsLayer) return;
        using var layer = ended.Target;
        var bounds = layer.Bounds;
        var place = SKMatrix.CreateTranslation(bounds.Left, bounds.Top);
        var shader = new ImageShader(layer, layer.Info.Rect, SKSamplingOptions.Default, place);
        _painter.FillPixels(_state with { Matrix = SKMatrix.Identity }, bounds, ended.LayerPaint, shader);
    }

    public void RestoreToCount(int count)
    {
        while (SaveCount > Math.Max(count, 1)) Restore();
    }

    public void SetMatrix(in SKMatrix matrix) => _state = _state with { Matrix = matrix };
    public void ResetMatrix() => SetMatrix(SKMatrix.Identity);
    public void Concat(in SKMatrix m) => SetMatrix(_state.Matrix.PreConcat(m));
    public void Translate(SKPoint point) => Translate(point.X, point.Y);
    public void Translate(float dx, float dy) => Concat(SKMatrix.CreateTranslation(dx, dy));
    public void Scale(float s) => Scale(s, s);
    public void Scale(float sx, float sy) => Concat(SKMatrix.CreateScale(sx, sy));
    public void Scale(float sx, float sy, float px, float py) => Concat(SKMatrix.CreateScale(sx, sy, px, py));
    public void RotateDegrees(float degrees) => Concat(SKMatrix.CreateRotationDegrees(degrees));
    public void RotateDegrees(float degrees, float px, float py) => Concat(SKMatrix.CreateRotationDegrees(degrees, px, py));
    public void RotateRadians(float radians) => Concat(SKMatrix.CreateRotation(radians));
    public void RotateRadians(float radians, float px, float py) => Concat(SKMatrix.CreateRotation(radians, px, py));
    public void Skew(float sx, float sy) => Concat(SKMatrix.CreateSkew(sx, sy));

    public void ClipRect(SKRect rect, SKClipOperation operation = SKClipOperation.Intersect, bool antialias = false) =>
        _state = Clipper.Rect(_state, rect, operation, antialias, _painter);

    public void ClipRoundRect(SKRoundRect rect, SKClipOperation operation = SKClipOperation.Intersect, bool antialias = false)
    {
        using var path = new SKPathBuilder();
        path.AddRoundRect(rect);
        ClipPath(path.Detach(), operation, antialias);
    }

    public void ClipPath(SKPath path, SKClipOperation operation = SKClipOperation.Intersect, bool antialias = false)
    {
        Begin(path);
        _state = Clipper.Shape(_state, _shape, path.FillType, operation, antialias, _painter);
    }

    public void Clear() => Clear(SKColors.Empty);
    public void Clear(SKColor color) => DrawColor(color, SKBlendMode.Src);

    public void DrawColor(SKColor color, SKBlendMode mode = SKBlendMode.Src)
    {
        using var paint = new SKPaint { Color = color, BlendMode = mode };
        DrawPaint(paint);
    }

    public void DrawPaint(SKPaint paint) => _painter.FillPixels(_state, _state.Clip, paint, paint.Shader);

    public void DrawLine(SKPoint p0, SKPoint p1, SKPaint paint)
    {
        _shape.Clear();
        _shape.Add(p0);
        _shape.Add(p1);
        _shape.End(closed: false);
        _shapes.Stroke(_state, _shape, paint, LocalTolerance);
    }

    public void DrawLine(float x0, float y0, float x1, float y1, SKPaint paint) =>
        DrawLine(new SKPoint(x0, y0), new SKPoint(x1, y1), paint);

    public void DrawRect(float x, float y, float w, float h, SKPaint paint) => DrawRect(SKRect.Create(x, y, w, h), paint);

    public void DrawRect(SKRect rect, SKPaint paint)
    {
        if (paint.Style == SKPaintStyle.Fill && Painter.IsUpright(_state, paint))
        {
            _painter.FillUpright(_state, rect, paint, paint.Shader);
            return;
        }
        Begin(rect);
        Draw(SKPathFillType.Winding, paint);
    }

    public void DrawRoundRect(float x, float y, float w, float h, float rx, float ry, SKPaint paint) =>
        DrawRoundRect(SKRect.Create(x, y, w, h), rx, ry, paint);
    public void DrawRoundRect(SKRect rect, SKSize r, SKPaint paint) => DrawRoundRect(rect, r.Width, r.Height, paint);
    public void DrawRoundRect(SKRect rect, float rx, float ry, SKPaint paint) => DrawRoundRect(new SKRoundRect(rect, rx, ry), paint);

    public void DrawRoundRect(SKRoundRect rect, SKPaint paint)
    {
        using var path = new SKPathBuilder();
        path.AddRoundRect(rect);
        DrawPath(path.Detach(), paint);
    }

    public void DrawCircle(SKPoint c, float radius, SKPaint paint) => DrawCircle(c.X, c.Y, radius, paint);
    public void DrawCircle(float cx, float cy, float radius, SKPaint paint) => DrawOval(cx, cy, radius, radius, paint);
    public void DrawOval(float cx, float cy, float rx, float ry, SKPaint paint) =>
        DrawOval(new SKRect(cx - rx, cy - ry, cx + rx, cy + ry), paint);

    public void DrawOval(SKRect rect, SKPaint paint)
    {
        _shape.Clear();
        Ellipse.Add(rect, LocalTolerance, _shape);
        Draw(SKPathFillType.Winding, paint);
    }

    public void DrawArc(SKRect oval, float startAngle, float sweepAngle, bool useCenter, SKPaint paint)
    {
        using var path = new SKPathBuilder();
        if (useCenter) path.MoveTo(oval.MidX, oval.MidY);
        path.ArcTo(oval, startAngle, sweepAngle, forceMoveTo: !useCenter);
        if (useCenter) path.Close();
        DrawPath(path.Detach(), paint);
    }

    public void DrawPath(SKPath path, SKPaint paint)
    {
        Begin(path);
        Draw(path.FillType, paint);
    }

    public void DrawImage(SKImage image, SKPoint p, SKSamplingOptions sampling, SKPaint paint = default) =>
        DrawImage(image, p.X, p.Y, sampling, paint);
    public void DrawImage(SKImage image, float x, float y, SKSamplingOptions sampling, SKPaint paint = default) =>
        DrawImage(image, SKRect.Create(x, y, image.Width, image.Height), sampling, paint);
    public void DrawImage(SKImage image, SKRect dest, SKSamplingOptions sampling, SKPaint paint = default) =>
        DrawImage(image, image.Info.Rect, dest, sampling, paint);

    public void DrawImage(SKImage image, SKRect source, SKRect dest, SKSamplingOptions sampling, SKPaint paint = default)
    {
        var (sx, sy) = (dest.Width / source.Width, dest.Height / source.Height);
        var place = SKMatrix.CreateScaleTranslation(sx, sy, dest.Left - source.Left * sx, dest.Top - source.Top * sy);
        var part = SKRectI.Intersect(SKRectI.Ceiling(source, outwards: true), image.Info.Rect);
        if (part.Width <= 0 || part.Height <= 0) return;
        var shader = new ImageShader(image.Buffer, part, sampling, place);
        paint ??= _plain;
        if (Painter.IsUpright(_state, paint)) _painter.FillUpright(_state, dest, paint, shader);
        else
        {
            Begin(dest);
            _painter.Fill(_state, _shape, SKPathFillType.Winding, paint, shader);
        }
        GC.KeepAlive(image);
    }

    public void DrawText(string text, SKPoint p, SKTextAlign textAlign, SKFont font, SKPaint paint) =>
        DrawText(text, p.X, p.Y, textAlign, font, paint);

    public void DrawText(string text, float x, float y, SKTextAlign textAlign, SKFont font, SKPaint paint)
    {
        if (textAlign != SKTextAlign.Left) x -= font.MeasureText(text) / (textAlign == SKTextAlign.Center ? 2 : 1);
        using var blob = SKTextBlob.Create(text, font);
        if (blob != null) DrawText(blob, x, y, paint);
    }

    public void DrawText(SKTextBlob text, float x, float y, SKPaint paint)
    {
        foreach (var run in text.Runs)
        {
            if (TextPainter.UsesMasks(_state, run.Font, paint))
            {
                _text.DrawMasks(_state, run.Font, run.Glyphs, run.Positions, new(x, y), paint);
                continue;
            }
            _shape.Clear();
            TextPainter.AddOutlines(run.Font, run.Glyphs, run.Positions, new(x, y), LocalTolerance, _shape);
            Draw(SKPathFillType.Winding, paint);
        }
    }

    float LocalTolerance => Tolerance / Math.Max(_state.Matrix.MapRadius(1), 1e-6f);

    void Begin(SKPath path)
    {
        _shape.Clear();
        PathFlattener.Flatten(path, SKMatrix.Identity, LocalTolerance, _shape);
    }

    void Begin(SKRect rect)
    {
        _shape.Clear();
        _shape.AddRect(rect);
    }

    void Draw(SKPathFillType fill, SKPaint paint) => _shapes.Draw(_state, _shape, fill, paint, LocalTolerance);
}
