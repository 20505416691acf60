using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A way through the picture: a row of points that things travel along at even speed.</summary>
internal sealed class Route
{
    readonly SKPoint[] points;
    readonly float[] distances;

    public Route(params SKPoint[] points)
    {
        this.points = points;
        distances = new float[points.Length];
        for (var i = 1; i < points.Length; i++) distances[i] = distances[i - 1] + (points[i] - points[i - 1]).Length;
    }

    public float Length => distances[^1];

    public Points Points => Points.Create(points);

    public Route Reversed => new([.. points.Reverse()]);

    /// <summary>The point at a share of the whole length, 0 to 1.</summary>
    public SKPoint At(double share)
    {
        var distance = (float)Math.Clamp(share, 0, 1) * Length;
        var i = 1;
        while (i < points.Length - 1 && distances[i] < distance) i++;
        var span = distances[i] - distances[i - 1];
        return NetworkLayout.Along(points[i - 1], points[i], span > 0 ? (distance - distances[i - 1]) / span : 0);
    }

    /// <summary>The straight legs from the start to a share of the length, as drawn while it is being lit.</summary>
    public IEnumerable<(SKPoint From, SKPoint To)> LegsUpTo(double share)
    {
        var reached = (float)Math.Clamp(share, 0, 1) * Length;
        for (var i = 1; i < points.Length && distances[i - 1] < reached; i++)
            yield return (points[i - 1], distances[i] <= reached ? points[i] : At(share));
    }

    /// <summary>A smooth bend between two points that leaves and arrives in given directions.</summary>
    public static IEnumerable<SKPoint> Bend(SKPoint from, SKPoint leaving, SKPoint arriving, SKPoint to)
    {
        const int steps = 20;
        for (var i = 0; i <= steps; i++)
        {
            float t = i / (float)steps, u = 1 - t;
            yield return new(
                u * u * u * from.X + 3 * u * u * t * leaving.X + 3 * u * t * t * arriving.X + t * t * t * to.X,
                u * u * u * from.Y + 3 * u * u * t * leaving.Y + 3 * u * t * t * arriving.Y + t * t * t * to.Y);
        }
    }
}
