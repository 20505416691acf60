using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Rectangles on their way.</summary>
internal static class Rectangles
{
    /// <summary>A rectangle that has come a share of the way from one to another, 0 to 1, and of the change in size.</summary>
    public static SKRect Between(SKRect from, SKRect to, float share) => new(
        from.Left + (to.Left - from.Left) * share, from.Top + (to.Top - from.Top) * share,
        from.Right + (to.Right - from.Right) * share, from.Bottom + (to.Bottom - from.Bottom) * share);
}
