using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>Distances from a straight line, or from a point where both ends are one. All in pixels.</summary>
internal readonly struct SegmentField : IDistanceField
{
    // A radius is never nothing, so that shares of it are numbers.
    const float LeastRadius = 1e-3f;

    readonly Capsule reach;
    readonly SKPoint from, way;
    readonly float perSquaredLength, fromRadius, wider, perSquaredRadius;

    /// <param name="fromRadius">How far the field reaches at the first end of the line.</param>
    /// <param name="toRadius">The same at the second end; between, it widens evenly.</param>
    public SegmentField(SKPoint from, SKPoint to, float fromRadius, float toRadius)
    {
        reach = new(from, to, Math.Max(fromRadius, toRadius));
        (this.from, way) = (from, to - from);
        var squaredLength = way.X * way.X + way.Y * way.Y;
        perSquaredLength = squaredLength > 0 ? 1 / squaredLength : 0;
        (this.fromRadius, wider) = (fromRadius, toRadius - fromRadius);
        perSquaredRadius = 1 / (toRadius * toRadius);
    }

    public SKRect Bounds => reach.Bounds;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (float Left, float Right) Between(float top, float bottom) => reach.Between(top, bottom);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FieldSample At(Vector256<float> x, float y)
    {
        var dx = x - Vector256.Create(from.X);
        var dy = y - from.Y;
        var along = (dx * way.X + Vector256.Create(dy * way.Y)) * perSquaredLength;
        along = Vector256.MaxNative(Vector256<float>.Zero, Vector256.MinNative(Vector256<float>.One, along));
        var (across, down) = (dx - along * way.X, Vector256.Create(dy) - along * way.Y);
        var squared = across * across + down * down;
        if (wider == 0) return new(squared, squared * perSquaredRadius, along);
        var radius = Vector256.MaxNative(Vector256.Create(LeastRadius), along * wider + Vector256.Create(fromRadius));
        return new(squared, squared / (radius * radius), along);
    }
}
