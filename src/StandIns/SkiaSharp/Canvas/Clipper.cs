namespace SkiaSharp;

/// <summary>Narrows a canvas's clip: to whole pixels where that is exact, else by a mask.</summary>
static class Clipper
{
    public static CanvasState Rect(in CanvasState state, SKRect rect, SKClipOperation operation, bool antialias, Painter painter)
    {
        var device = state.Matrix.MapRect(rect);
        var pixels = new SKRectI(Round(device.Left), Round(device.Top), Round(device.Right), Round(device.Bottom));
        var upright = state.Matrix.SkewX == 0 && state.Matrix.SkewY == 0;
        if (operation == SKClipOperation.Intersect && upright && (!antialias || device == (SKRect)pixels))
        {
            var clip = SKRectI.Intersect(state.Clip, pixels);
            return state with { Clip = clip.Width > 0 && clip.Height > 0 ? clip : SKRectI.Empty };
        }
        var contours = new Contours();
        contours.AddRect(rect);
        return Shape(state, contours, SKPathFillType.Winding, operation, antialias, painter);
    }

    public static CanvasState Shape(in CanvasState state, Contours contours, SKPathFillType fill, SKClipOperation operation, bool antialias,
        Painter painter)
    {
        var inside = operation == SKClipOperation.Intersect;
        var area = inside ? SKRectI.Intersect(state.Clip, Painter.DeviceBounds(contours, state.Matrix)) : state.Clip;
        if (area.Width <= 0 || area.Height <= 0) return state with { Clip = SKRectI.Empty };
        var mask = new MaskBuffer(area);
        painter.Rasterize(contours, state.Matrix, area, fill, antialias, mask);
        for (var y = area.Top; y < area.Bottom; y++)
        {
            var row = mask.Row(area.Left, y, area.Width);
            var before = state.ClipMask is { } old ? old.Row(area.Left, y, area.Width) : default;
            for (var i = 0; i < row.Length; i++)
            {
                if (!inside) row[i] = (byte)(255 - row[i]);
                if (!before.IsEmpty) row[i] = Fraction.Multiply(row[i], before[i]);
            }
        }
        return state with { Clip = area, ClipMask = mask };
    }

    static int Round(float value) => (int)MathF.Floor(Math.Clamp(value, -1 << 24, 1 << 24) + 0.5f);
}
