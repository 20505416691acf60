using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A pad of 300 × 200 units to draw a picture on: shapes in flat colours, from back to front.</summary>
/// <param name="place">The rectangle that the pad is laid over.</param>
/// <param name="opacity">How visible the picture is, 0 to 1.</param>
internal sealed class Sketch(SKRect place, double opacity)
{
    public const float Width = 300, Height = 200;

    // Points between two given ones of a curve: enough for a picture as large as the stage.
    const int Smoothness = 10, EllipsePoints = 48;

    readonly List<DrawItem> items = [];

    public IReadOnlyList<DrawItem> Items => items;

    float Scale => place.Width / Width;

    /// <summary>The ground, with the picture's corners.</summary>
    public void Ground(SKColor color) => items.Add(new Panel(place, CornerOf(place), color.Faded(opacity)));

    /// <summary>How round the picture's corners are.</summary>
    public static float CornerOf(SKRect place) => 7 * place.Width / Width;

    /// <summary>A rectangle with round corners.</summary>
    public void Box(float left, float top, float right, float bottom, float corner, SKColor color)
    {
        var (from, to) = (At(new(left, top)), At(new(right, bottom)));
        items.Add(new Panel(new(from.X, from.Y, to.X, to.Y), corner * Scale, color.Faded(opacity)));
    }

    /// <param name="tilt">Clockwise, in degrees.</param>
    public void Ellipse(float x, float y, float radiusX, float radiusY, SKColor color, float tilt = 0)
    {
        var (sin, cos) = MathF.SinCos(tilt * MathF.PI / 180);
        Fill(Enumerable.Range(0, EllipsePoints).Select(i =>
        {
            var (v, u) = MathF.SinCos(2 * MathF.PI * i / EllipsePoints);
            return new SKPoint(x + radiusX * u * cos - radiusY * v * sin, y + radiusX * u * sin + radiusY * v * cos);
        }), color);
    }

    /// <summary>A shape with straight sides.</summary>
    public void Polygon(SKColor color, params SKPoint[] corners) => Fill(corners, color);

    /// <summary>A round shape whose outline goes through the points.</summary>
    public void Shape(SKColor color, params SKPoint[] points) => Fill(Smooth(points, isClosed: true), color);

    /// <summary>A stroke through the points.</summary>
    public void Stroke(SKColor color, float width, params SKPoint[] points) =>
        items.Add(new Polyline(Points.Create([.. Smooth(points, isClosed: false).Select(At)]), width * Scale, color.Faded(opacity)));

    void Fill(IEnumerable<SKPoint> outline, SKColor color) =>
        items.Add(new Polygon(Points.Create([.. outline.Select(At)]), color.Faded(opacity)));

    // What reaches over the pad's edge ends there.
    SKPoint At(SKPoint point) =>
        new(place.Left + Math.Clamp(point.X, 0, Width) * Scale, place.Top + Math.Clamp(point.Y, 0, Height) * Scale);

    // Catmull & Rom (1974): through every point, along the line between its neighbours.
    static IEnumerable<SKPoint> Smooth(SKPoint[] points, bool isClosed)
    {
        var n = points.Length;
        var spans = isClosed ? n : n - 1;
        for (var i = 0; i < spans; i++)
        {
            var (a, b, c, d) = (Point(i - 1), Point(i), Point(i + 1), Point(i + 2));
            for (var k = 0; k < Smoothness; k++) yield return Between(a, b, c, d, k / (float)Smoothness);
        }
        if (!isClosed) yield return points[^1];

        SKPoint Point(int i) => isClosed ? points[(i + n) % n] : points[Math.Clamp(i, 0, n - 1)];
    }

    static SKPoint Between(SKPoint a, SKPoint b, SKPoint c, SKPoint d, float t)
    {
        return new(At(a.X, b.X, c.X, d.X), At(a.Y, b.Y, c.Y, d.Y));

        float At(float p, float q, float r, float s) =>
            0.5f * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t * t * t);
    }
}
