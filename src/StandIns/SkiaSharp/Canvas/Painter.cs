using System.Numerics;

namespace SkiaSharp;

/// <summary>Colours what shapes cover: from contours, a paint and the clip to pixels.</summary>
sealed class Painter
{
    const int Farthest = 1 << 20;      // pixels: as far as a clip may reach

    readonly Rasterizer _rasterizer = new();
    uint[] _row = [];
    byte[] _coverage = [];

    /// <summary>Fills contours.</summary>
    /// <param name="state">Where to; its matrix maps the shader, too.</param>
    /// <param name="contours">What, in the matrix's coordinates.</param>
    /// <param name="fill">What counts as inside.</param>
    /// <param name="paint">Colour, blend mode, mask filter, antialiasing.</param>
    /// <param name="shader">Pixels instead of the paint's colour, whose alpha applies to them; or null.</param>
    public void Fill(in CanvasState state, Contours contours, SKPathFillType fill, SKPaint paint, SKShader shader)
    {
        var box = DeviceBounds(contours, state.Matrix);
        if (paint.MaskFilter is { Sigma: > 0 } filter)
        {
            FillBlurred(state, contours, fill, paint, shader, new(state.Matrix.MapRadius(filter.Sigma)), box);
            return;
        }
        var area = SKRectI.Intersect(state.Clip, box);
        if (area.Width <= 0 || area.Height <= 0) return;
        var sink = Open(state, area, paint, shader);
        Rasterize(contours, state.Matrix, area, fill, paint.IsAntialias, sink);
        Close(sink, state, paint, shader);
    }

    /// <summary>Fills a shape whose coverage is known.</summary>
    public void Replay(in CanvasState state, RecordedCoverage coverage, SKPaint paint, SKShader shader)
    {
        var area = SKRectI.Intersect(state.Clip, coverage.Area);
        if (area.Width <= 0 || area.Height <= 0) return;
        var sink = Open(state, area, paint, shader);
        sink.Take(coverage, area);
        Close(sink, state, paint, shader);
    }

    /// <summary>The coverage of contours, wherever the clip is.</summary>
    public RecordedCoverage Record(in CanvasState state, Contours contours, SKPathFillType fill, bool antialias)
    {
        var area = SKRectI.Intersect(state.Target.Bounds, DeviceBounds(contours, state.Matrix));
        if (area.Width <= 0 || area.Height <= 0) area = SKRectI.Empty;
        var coverage = new RecordedCoverage(area, state.Target.Bounds.Right);
        Rasterize(contours, state.Matrix, area, fill, antialias, coverage);
        coverage.End();
        return coverage;
    }

    void FillBlurred(in CanvasState state, Contours contours, SKPathFillType fill, SKPaint paint, SKShader shader, MaskBlur blur,
        SKRectI box)
    {
        box.Inflate(blur.Reach, blur.Reach);
        var area = SKRectI.Intersect(state.Clip, box);
        if (area.Width <= 0 || area.Height <= 0) return;
        var mask = new MaskBuffer(SKRectI.Intersect(SKRectI.Inflate(state.Clip, blur.Reach, blur.Reach), box));
        Rasterize(contours, state.Matrix, mask.Bounds, fill, paint.IsAntialias, mask);
        blur.Apply(mask);
        var sink = Open(state, area, paint, shader);
        mask.Replay(area, sink);
        Close(sink, state, paint, shader);
    }

    /// <summary>Fills a rectangle that stays upright on the device.</summary>
    public void FillUpright(in CanvasState state, SKRect rect, SKPaint paint, SKShader shader)
    {
        var device = state.Matrix.MapRect(rect);
        var area = SKRectI.Intersect(state.Clip, PixelsOf(device));
        if (area.Width <= 0 || area.Height <= 0) return;
        var sink = Open(state, area, paint, shader);
        RectangleCoverage.Sweep(device, area, paint.IsAntialias, sink);
        Close(sink, state, paint, shader);
    }

    /// <summary>Whether <see cref="FillUpright"/> draws a rectangle as <see cref="Fill"/> would.</summary>
    public static bool IsUpright(in CanvasState state, SKPaint paint) =>
        state.Matrix is { SkewX: 0, SkewY: 0 } && paint.MaskFilter == null;

    /// <summary>Fills whole pixels.</summary>
    public void FillPixels(in CanvasState state, SKRectI pixels, SKPaint paint, SKShader shader)
    {
        var area = SKRectI.Intersect(state.Clip, pixels);
        if (area.Width <= 0 || area.Height <= 0) return;
        var sink = Open(state, area, paint, shader);
        for (var y = area.Top; y < area.Bottom; y++) sink.Run(area.Left, y, area.Width, 255);
        Close(sink, state, paint, shader);
    }

    /// <summary>The coverage of contours inside a device rectangle.</summary>
    public void Rasterize(Contours contours, in SKMatrix matrix, SKRectI area, SKPathFillType fill, bool antialias, CoverageSink sink)
    {
        _rasterizer.Begin(area);
        _rasterizer.Add(contours, matrix);
        _rasterizer.Sweep(fill, antialias, sink);
    }

    /// <summary>Whether a mode can colour pixel by pixel: then shapes handed to one sink may overlap.</summary>
    public static bool IsDirect(SKBlendMode mode) =>
        mode is SKBlendMode.SrcOver or SKBlendMode.Plus or SKBlendMode.Src or SKBlendMode.Clear;

    /// <summary>
    /// What coverage inside <paramref name="area"/>, itself inside the clip, is to be handed to; to be given back to <see cref="Close"/>.
    /// </summary>
    public CoverageSink Open(in CanvasState state, SKRectI area, SKPaint paint, SKShader shader)
    {
        state.Target.ThrowIfDisposed();
        if (_coverage.Length < area.Width) (_row, _coverage) = (new uint[area.Width + PixelSource.Padding], new byte[area.Width]);
        var sink = paint.BlendMode switch
        {
            SKBlendMode.SrcOver => Direct<SrcOverBlend>(state, paint, shader),
            SKBlendMode.Plus => Direct<PlusBlend>(state, paint, shader),
            SKBlendMode.Src => Direct<SrcBlend>(state, paint, shader),
            SKBlendMode.Clear => new ColorCompositor<SrcBlend>(state.Target, 0),
            _ => new MaskBuffer(area),
        };
        return state.ClipMask is { } clip ? new ClippedSink(clip, sink) : sink;
    }

    public static void Close(CoverageSink sink, in CanvasState state, SKPaint paint, SKShader shader)
    {
        if (sink is ClippedSink clipped) sink = clipped.Next;
        if (sink is MaskBuffer mask)
            CairoBlend.Apply(state.Target, mask, SourceOf(paint, shader, state.Matrix, rgba: false), paint.BlendMode);
        state.Target.KeepAlive();
    }

    CoverageSink Direct<TBlend>(in CanvasState state, SKPaint paint, SKShader shader) where TBlend : struct, IBlend
    {
        if (shader == null) return new ColorCompositor<TBlend>(state.Target, state.Target.Pack(paint.Color));
        // Src replaces what is covered, so there the paint's alpha is the source's, not the coverage's.
        var thinsCoverage = typeof(TBlend) != typeof(SrcBlend);
        var rgba = state.Target.IsRgba;
        var source = thinsCoverage ? shader.Bind(state.Matrix, rgba) : SourceOf(paint, shader, state.Matrix, rgba);
        return new SourceCompositor<TBlend>(state.Target, source, thinsCoverage ? paint.Color.Alpha : (byte)255, _row, _coverage);
    }

    static PixelSource SourceOf(SKPaint paint, SKShader shader, in SKMatrix matrix, bool rgba)
    {
        if (shader == null) return new ColorSource(paint.Color, rgba);
        var source = shader.Bind(matrix, rgba);
        return paint.Color.Alpha == 255 ? source : new FadedSource(source, paint.Color.Alpha);
    }

    /// <summary>The device pixels that contours may touch.</summary>
    public static SKRectI DeviceBounds(Contours contours, in SKMatrix matrix)
    {
        if (contours.Points.IsEmpty) return SKRectI.Empty;
        var upright = matrix is { SkewX: 0, SkewY: 0 };
        Vector2 least = new(float.PositiveInfinity), most = -least;
        foreach (var point in contours.Points)
        {
            Vector2 p = upright ? point : matrix.MapPoint(point);
            (least, most) = (Vector2.Min(least, p), Vector2.Max(most, p));
        }
        var bounds = new SKRect(least.X, least.Y, most.X, most.Y);
        return PixelsOf(upright ? matrix.MapRect(bounds) : bounds);
    }

    static SKRectI PixelsOf(SKRect device) => new(Floor(device.Left), Floor(device.Top), Floor(device.Right) + 1, Floor(device.Bottom) + 1);

    static int Floor(float value) => (int)MathF.Floor(Math.Clamp(value, -Farthest, Farthest));
}
