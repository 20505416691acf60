namespace SkiaSharp;

/// <summary>A rectangle with equally rounded corners.</summary>
public class SKRoundRect : SKObject
{
    public SKRoundRect() { }
    public SKRoundRect(SKRect rect) : this(rect, 0, 0) { }
    public SKRoundRect(SKRect rect, float radius) : this(rect, radius, radius) { }
    public SKRoundRect(SKRect rect, float xRadius, float yRadius) => SetRect(rect, xRadius, yRadius);

    public SKRect Rect { get; private set; }
    public float Width => Rect.Width;
    public float Height => Rect.Height;

    internal float RadiusX { get; private set; }
    internal float RadiusY { get; private set; }

    public void SetRect(SKRect rect) => SetRect(rect, 0, 0);

    public void SetRect(SKRect rect, float xRadius, float yRadius)
    {
        Rect = rect.Standardized;
        // Radii that do not fit are scaled down together, so that the corners keep their shape.
        var scale = Math.Min(1, Math.Min(xRadius > 0 ? Width / (2 * xRadius) : 1, yRadius > 0 ? Height / (2 * yRadius) : 1));
        (RadiusX, RadiusY) = xRadius > 0 && yRadius > 0 ? (xRadius * scale, yRadius * scale) : (0, 0);
    }

    public void Offset(float dx, float dy)
    {
        var rect = Rect;
        rect.Offset(dx, dy);
        Rect = rect;
    }
}
