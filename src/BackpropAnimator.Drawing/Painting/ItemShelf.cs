using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>Items with their places in the picture, found once and kept for as long as frames go on to show them.</summary>
internal sealed class ItemShelf(FontShelf fonts, SKSizeI picture, TileGrid tiles)
{
    // More than this and twice what a frame shows are not worth their memory.
    const int Spare = 1024;

    readonly Dictionary<DrawItem, PlacedItem> known = [];
    readonly List<DrawItem> gone = [];
    float scale;
    int frame, seen;

    /// <summary>Starts the next frame.</summary>
    /// <param name="scale">Pixels a stage unit.</param>
    public void Begin(float scale)
    {
        if (this.scale != scale) known.Clear();
        if (known.Count > 2 * seen + Spare) Tidy();
        (this.scale, seen) = (scale, 0);
        frame++;
    }

    /// <summary>An item of the frame: the same object for all equal items.</summary>
    public PlacedItem Place(DrawItem item)
    {
        if (!known.TryGetValue(item, out var placed))
        {
            known[item] = placed = new(item, item.Bounds(fonts), scale, picture);
            placed.Tiles = tiles.TilesOf(placed);
        }
        placed.LastSeen = frame;
        seen++;
        return placed;
    }

    void Tidy()
    {
        foreach (var (item, placed) in known)
            if (placed.LastSeen < frame) gone.Add(item);
        foreach (var item in gone) known.Remove(item);
        gone.Clear();
    }
}
