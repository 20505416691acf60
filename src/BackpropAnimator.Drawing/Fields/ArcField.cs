using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>Distances from a circle, or from a part of it. All in pixels.</summary>
internal readonly struct ArcField : IDistanceField
{
    readonly SKPoint centre, start, end;
    readonly Capsule disc;
    readonly float radius, perSquaredReach;
    readonly bool isWhole, isMoreThanHalf;

    /// <param name="radius">The circle's.</param>
    /// <param name="reach">How far the field reaches to both sides of it.</param>
    /// <param name="start">Where the arc starts, in degrees clockwise from the top.</param>
    /// <param name="sweep">How far it goes, in degrees; 360 is the whole circle.</param>
    public ArcField(SKPoint centre, float radius, float reach, float start, float sweep)
    {
        (this.centre, this.radius) = (centre, radius);
        disc = new(centre, centre, radius + reach);
        perSquaredReach = 1 / (reach * reach);
        (isWhole, isMoreThanHalf) = (sweep >= 360, sweep > 180);
        (this.start, end) = (PointAt(start), PointAt(start + sweep));

        SKPoint PointAt(float degrees)
        {
            var (sin, cos) = MathF.SinCos(degrees * MathF.PI / 180);
            return new(radius * sin, -radius * cos);
        }
    }

    public SKRect Bounds => disc.Bounds;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (float Left, float Right) Between(float top, float bottom) => disc.Between(top, bottom);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FieldSample At(Vector256<float> x, float y)
    {
        var dx = x - Vector256.Create(centre.X);
        var dy = y - centre.Y;
        var away = Vector256.Sqrt(dx * dx + Vector256.Create(dy * dy)) - Vector256.Create(radius);
        var squared = away * away;
        if (!isWhole)
        {
            // Clockwise from the start, and not yet past the end; of more than half a circle, one of the two is enough.
            var afterStart = Vector256.GreaterThanOrEqual(Vector256.Create(dy * start.X) - dx * start.Y, Vector256<float>.Zero);
            var beforeEnd = Vector256.GreaterThanOrEqual(dx * end.Y - Vector256.Create(dy * end.X), Vector256<float>.Zero);
            var isOnArc = isMoreThanHalf ? afterStart | beforeEnd : afterStart & beforeEnd;
            squared = Vector256.ConditionalSelect(isOnArc, squared, Vector256.MinNative(From(start, dx, dy), From(end, dx, dy)));
        }
        return new(squared, squared * perSquaredReach, Vector256<float>.One);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> From(SKPoint point, Vector256<float> dx, float dy)
    {
        var (across, down) = (dx - Vector256.Create(point.X), dy - point.Y);
        return across * across + Vector256.Create(down * down);
    }
}
