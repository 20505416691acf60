using System.Runtime.CompilerServices;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>All points within a distance of a line: where a thick line with round ends, or light along it, may reach.</summary>
internal readonly struct Capsule
{
    // A line that is all but level has no slope that could be divided by.
    const float LeastHeight = 1e-3f;

    readonly SKPoint from;
    readonly float top, bottom, slope, side;

    public Capsule(SKPoint from, SKPoint to, float radius)
    {
        this.from = from;
        Radius = radius;
        (top, bottom) = (Math.Min(from.Y, to.Y), Math.Max(from.Y, to.Y));
        Bounds = new(Math.Min(from.X, to.X) - radius, top - radius, Math.Max(from.X, to.X) + radius, bottom + radius);
        IsLevel = bottom - top < LeastHeight;
        slope = IsLevel ? 0 : (to.X - from.X) / (to.Y - from.Y);
        side = radius * MathF.Sqrt(1 + slope * slope);
    }

    public float Radius { get; }

    public SKRect Bounds { get; }

    bool IsLevel { get; }

    /// <summary>
    /// How far to the left and right it reaches, at most, between two heights that
    /// its bounds reach: as far as the endless strip along the line, or its bounds.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (float Left, float Right) Between(float upper, float lower)
    {
        if (IsLevel) return LevelBetween(upper, lower);
        var (x, other) = (from.X + (upper - from.Y) * slope, from.X + (lower - from.Y) * slope);
        var (left, right) = (float.MinNative(x, other) - side, float.MaxNative(x, other) + side);
        return (float.MaxNative(Bounds.Left, left), float.MinNative(Bounds.Right, right));
    }

    (float Left, float Right) LevelBetween(float upper, float lower)
    {
        var away = MathF.Max(0, MathF.Max(top - lower, upper - bottom));
        var inside = Radius - MathF.Sqrt(MathF.Max(0, Radius * Radius - away * away));
        return (Bounds.Left + inside, Bounds.Right - inside);
    }
}
