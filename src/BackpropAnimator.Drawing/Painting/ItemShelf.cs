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
    int frame;
    // The place in the frame before where the next item is expected, and the first one behind all that have been found again.
    int next, unseen;

    /// <summary>The items of this frame, in order, as far as they have been placed.</summary>
    public ReadOnlySpan<PlacedItem> Now => CollectionsMarshal.AsSpan(now);

    /// <summary>How many items both frames begin with.</summary>
    public int Same { get; private set; }

    /// <summary>Starts the next frame. At another scale than before all tiles look different.</summary>
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
            tiles.MarkAll();
        }
        (this.scale, next, unseen, Same) = (scale, 0, 0, 0);
        frame++;
    }

    /// <summary>Adds the frame's next item, and marks the tiles that look different for it.</summary>
    public void Place(DrawItem item)
    {
        var isNext = next < before.Count && before[next].Item.Equals(item);
        var placed = isNext ? before[next] : Find(item);
        var at = isNext ? next : placed.LastSeen == frame - 1 ? placed.Order : -1;
        if (at >= unseen)
        {
            MarkGone(at);
            unseen = at + 1;
            if (at == now.Count && at == Same) Same++;
        }
        else tiles.Mark(placed);
        // What was there behind this one is likely to come behind it again; what has changed stands where it stood before it did.
        next = at >= 0 ? at + 1 : next + 1;
        (placed.LastSeen, placed.Order) = (frame, now.Count);
        now.Add(placed);
    }

    /// <summary>Marks the tiles that look different for what this frame does not show any more.</summary>
    public void End() => MarkGone(before.Count);

    // The items of the frame before, up to one that has been found again: over, under or without that one.
    void MarkGone(int end)
    {
        for (; unseen < end; unseen++) tiles.Mark(before[unseen]);
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
