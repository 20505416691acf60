using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>An item and the pixels that it may touch.</summary>
/// <param name="Pixels">A rectangle around all of them, inside the picture.</param>
/// <param name="Scale">Pixels a stage unit.</param>
/// <param name="Number">Shared with all equal items of this frame and of the one before.</param>
internal readonly record struct PlacedItem(DrawItem Item, SKRectI Pixels, float Scale, int Number = 0)
{
    // A pixel more on every side, for smoothing and for glyphs placed between pixels.
    const int Margin = 1;

    public static PlacedItem Of(DrawItem item, SKRect bounds, float scale, SKSizeI picture) => new(item, new(
        Math.Max(0, (int)MathF.Floor(bounds.Left * scale) - Margin), Math.Max(0, (int)MathF.Floor(bounds.Top * scale) - Margin),
        Math.Min(picture.Width, (int)MathF.Ceiling(bounds.Right * scale) + Margin), Math.Min(picture.Height, (int)MathF.Ceiling(bounds.Bottom * scale) + Margin)), scale);

    /// <summary>The columns that it may touch in some rows of pixels, of which it touches at least one; none where left is not less than right.</summary>
    public (int Left, int Right) ColumnsBetween(int top, int bottom)
    {
        var (left, right) = Item.ReachBetween((top - Margin) / Scale, (bottom + Margin) / Scale);
        // Reaches without an end become the picture's sides: as int they would be anything.
        return (Math.Max(Pixels.Left, (int)MathF.Floor(Math.Max(left * Scale, 0)) - Margin),
            Math.Min(Pixels.Right, (int)MathF.Ceiling(Math.Min(right * Scale, Pixels.Right)) + Margin));
    }

    public bool Touches(SKRectI rectangle)
    {
        if (Pixels.Left >= rectangle.Right || Pixels.Right <= rectangle.Left || Pixels.Top >= rectangle.Bottom || Pixels.Bottom <= rectangle.Top) return false;
        var (left, right) = ColumnsBetween(rectangle.Top, rectangle.Bottom);
        return left < right && left < rectangle.Right && right > rectangle.Left;
    }
}
