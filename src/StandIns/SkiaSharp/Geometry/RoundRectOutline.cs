namespace SkiaSharp;

static class RoundRectOutline
{
    public static void Add(SKPathBuilder path, SKRoundRect shape, SKPathDirection direction)
    {
        var (r, rx, ry) = (shape.Rect, shape.RadiusX, shape.RadiusY);
        if (rx <= 0)
        {
            path.AddRect(r, direction);
            return;
        }
        var (w, h) = (2 * rx, 2 * ry);
        (SKRect Oval, float Start)[] corners =
        [
            (SKRect.Create(r.Left, r.Top, w, h), 180), (SKRect.Create(r.Right - w, r.Top, w, h), 270),
            (SKRect.Create(r.Right - w, r.Bottom - h, w, h), 0), (SKRect.Create(r.Left, r.Bottom - h, w, h), 90),
        ];
        var clockwise = direction == SKPathDirection.Clockwise;
        for (var i = 0; i < 4; i++)
        {
            var (oval, start) = corners[clockwise ? i : 3 - i];
            path.ArcTo(oval, clockwise ? start : start + 90, clockwise ? 90 : -90, forceMoveTo: i == 0);
        }
        path.Close();
    }
}
