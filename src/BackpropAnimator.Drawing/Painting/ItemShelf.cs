using System.Runtime.InteropServices;
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
    // Most of a frame's items stand where they stood in the one before.
    List<PlacedItem> before = [], now = [];
    float scale;
    int frame, next;

    /// <summary>The items of the frame before this one, in order.</summary>
    public ReadOnlySpan<PlacedItem> Before => CollectionsMarshal.AsSpan(before);

    /// <summary>Those of this frame, as far as they have been placed.</summary>
    public ReadOnlySpan<PlacedItem> Now => CollectionsMarshal.AsSpan(now);

    /// <summary>Starts the next frame.</summary>
    /// <param name="scale">Pixels a stage unit.</param>
    public void Begin(float scale)
    {
        if (known.Count > 2 * now.Count + Spare) Tidy();
        (before, now) = (now, before);
        now.Clear();
        if (this.scale != scale)
        {
            known.Clear();
            before.Clear();
        }
        (this.scale, next) = (scale, 0);
        frame++;
    }

    /// <summary>An item of the frame: the same object for all equal items.</summary>
    public PlacedItem Place(DrawItem item)
    {
        var placed = next < before.Count && before[next].Item.Equals(item) ? before[next] : Find(item);
        // What was there behind this one is likely to come behind it again; what has changed stands where it stood before it did.
        next = placed.LastSeen == frame - 1 ? placed.Order + 1 : next + 1;
        (placed.LastSeen, placed.Order) = (frame, now.Count);
        now.Add(placed);
        return placed;
    }

    PlacedItem Find(DrawItem item)
    {
        if (!known.TryGetValue(item, out var placed))
        {
            known[item] = placed = new(item, item.Bounds(fonts), scale, picture);
            placed.Tiles = tiles.TilesOf(placed);
        }
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
