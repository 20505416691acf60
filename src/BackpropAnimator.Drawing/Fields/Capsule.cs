using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>All points within a distance of a line: where a thick line with round ends, or light along it, may reach.</summary>
internal readonly record struct Capsule(SKPoint From, SKPoint To, float Radius)
{
    public SKRect Bounds => new(
        Math.Min(From.X, To.X) - Radius, Math.Min(From.Y, To.Y) - Radius, Math.Max(From.X, To.X) + Radius, Math.Max(From.Y, To.Y) + Radius);

    /// <summary>
    /// How far to the left and right it reaches, at most, between two heights that its bounds reach: a point of it there belongs to a
    /// point of the line that is no farther than the radius above or below.
    /// </summary>
    public (float Left, float Right) Between(float top, float bottom)
    {
        var (upper, lower) = From.Y <= To.Y ? (From, To) : (To, From);
        var height = lower.Y - upper.Y;
        // A line that is all but level is wholly at all its heights, and has no slope that could be divided by.
        if (height < 1e-3f) return LevelAt(MathF.Max(0, MathF.Max(upper.Y - bottom, top - lower.Y)));
        var start = XAt(Math.Clamp((top - Radius - upper.Y) / height, 0, 1));
        var end = XAt(Math.Clamp((bottom + Radius - upper.Y) / height, 0, 1));
        return (Math.Min(start, end) - Radius, Math.Max(start, end) + Radius);

        float XAt(float share) => upper.X + (lower.X - upper.X) * share;
    }

    // How far a level line's light reaches, at a height above or below it.
    (float Left, float Right) LevelAt(float away)
    {
        var side = MathF.Sqrt(MathF.Max(0, Radius * Radius - away * away));
        return (Math.Min(From.X, To.X) - side, Math.Max(From.X, To.X) + side);
    }
}
