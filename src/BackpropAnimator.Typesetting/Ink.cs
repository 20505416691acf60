using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>Rectangles that hold ink. Unlike <see cref="SKRect.Union(SKRect, SKRect)"/>, joining with an empty one adds nothing.</summary>
internal static class Ink
{
    public static SKRect Union(SKRect a, SKRect b) => a.IsEmpty ? b : b.IsEmpty ? a : SKRect.Union(a, b);

    /// <summary>A rectangle in ems, scaled to a size and moved to a place.</summary>
    public static SKRect At(SKRect ems, float size, float x, float y) =>
        new(x + ems.Left * size, y + ems.Top * size, x + ems.Right * size, y + ems.Bottom * size);
}
