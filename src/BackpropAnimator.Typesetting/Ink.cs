using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Rectangles that hold ink. Unlike <see cref="SKRect.Union(SKRect, SKRect)"/>, joining with one without area adds nothing.
/// </summary>
internal static class Ink
{
    public static SKRect Union(SKRect a, SKRect b) => !HasArea(a) ? b : !HasArea(b) ? a : SKRect.Union(a, b);

    public static bool HasArea(SKRect rect) => rect.Width > 0 && rect.Height > 0;

    /// <summary>A rectangle in ems, scaled to a size and moved to a place.</summary>
    public static SKRect At(SKRect ems, float size, float x, float y) =>
        new(x + ems.Left * size, y + ems.Top * size, x + ems.Right * size, y + ems.Bottom * size);
}
