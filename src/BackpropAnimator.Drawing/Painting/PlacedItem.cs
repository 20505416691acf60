using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>An item and the pixels that it may touch. Equal items in the same picture are the same placed item.</summary>
internal sealed class PlacedItem
{
    // A pixel more on every side, for smoothing and for glyphs placed between pixels.
    const int Margin = 1;

    readonly float scale;

    /// <param name="bounds">The item's, in stage units.</param>
    /// <param name="scale">Pixels a stage unit.</param>
    public PlacedItem(DrawItem item, SKRect bounds, float scale, SKSizeI picture)
    {
        this.scale = scale;
        Item = item;
        Pixels = new(
            Math.Max(0, (int)MathF.Floor(bounds.Left * scale) - Margin), Math.Max(0, (int)MathF.Floor(bounds.Top * scale) - Margin),
            Math.Min(picture.Width, (int)MathF.Ceiling(bounds.Right * scale) + Margin),
                Math.Min(picture.Height, (int)MathF.Ceiling(bounds.Bottom * scale) + Margin));
    }

    public DrawItem Item { get; }

    /// <summary>A rectangle around all of its pixels, inside the picture.</summary>
    public SKRectI Pixels { get; }

    public bool IsOutside => Pixels.Width <= 0 || Pixels.Height <= 0;

    /// <summary>The tiles that it may touch, by their places in the grid.</summary>
    public int[] Tiles { get; set; } = [];

    /// <summary>The frame that it was last part of; −1 before the first.</summary>
    public int LastSeen { get; set; } = -1;

    /// <summary>Its place among the items of that frame.</summary>
    public int Order { get; set; }

    /// <summary>
    /// The columns that it may touch in some rows of pixels, of which it touches at least one; none where left is not less than right.
    /// </summary>
    public (int Left, int Right) ColumnsBetween(int top, int bottom)
    {
        var (left, right) = Item.ReachBetween((top - Margin) / scale, (bottom + Margin) / scale);
        // Reaches without an end become the picture's sides: as int they would be anything.
        return (Math.Max(Pixels.Left, (int)MathF.Floor(Math.Max(left * scale, 0)) - Margin),
            Math.Min(Pixels.Right, (int)MathF.Ceiling(Math.Min(right * scale, Pixels.Right)) + Margin));
    }
}
