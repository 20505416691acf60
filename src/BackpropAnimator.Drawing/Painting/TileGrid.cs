using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>
/// Which items touch which tile of the picture. Tiles whose items are equal, and in the same order, have equal pixels;
/// the others are gathered into rectangles to repaint.
/// </summary>
internal sealed class TileGrid
{
    // Small enough to leave most of a picture alone, large enough that a line does not cross dozens.
    const int TileSide = 32;

    readonly SKSizeI size;
    readonly int columns, rows;
    List<DrawItem>[] before, now;
    // One instance for all equal items of a frame and the one before it: within tiles, comparing references is enough.
    HashSet<DrawItem> itemsBefore = [], itemsNow = [];
    readonly bool[] dirty;

    public TileGrid(SKSizeI size)
    {
        this.size = size;
        columns = (size.Width + TileSide - 1) / TileSide;
        rows = (size.Height + TileSide - 1) / TileSide;
        before = NewTiles();
        now = NewTiles();
        dirty = new bool[columns * rows];

        List<DrawItem>[] NewTiles() => [.. Enumerable.Range(0, columns * rows).Select(_ => new List<DrawItem>())];
    }

    /// <summary>Starts the next frame.</summary>
    public void Begin()
    {
        (before, now) = (now, before);
        (itemsBefore, itemsNow) = (itemsNow, itemsBefore);
        itemsNow.Clear();
        foreach (var tile in now) tile.Clear();
    }

    /// <summary>Adds the frame's next item, which touches at most these pixels.</summary>
    public void Add(DrawItem item, SKRectI pixels)
    {
        if (itemsNow.TryGetValue(item, out var known)) item = known;
        else itemsNow.Add(item = itemsBefore.TryGetValue(item, out known) ? known : item);
        int left = Math.Max(0, pixels.Left / TileSide), right = Math.Min(columns - 1, (pixels.Right - 1) / TileSide);
        int top = Math.Max(0, pixels.Top / TileSide), bottom = Math.Min(rows - 1, (pixels.Bottom - 1) / TileSide);
        for (var row = top; row <= bottom; row++)
            for (var column = left; column <= right; column++)
                now[row * columns + column].Add(item);
    }

    /// <summary>The rectangles of tiles that look different from the frame before, in pixels; they do not overlap.</summary>
    public void FindChanges(List<SKRectI> changes, bool everything)
    {
        for (var tile = 0; tile < dirty.Length; tile++) dirty[tile] = everything || !Same(before[tile], now[tile]);
        changes.Clear();
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                if (dirty[row * columns + column]) changes.Add(TakeRectangle(column, row));
    }

    static bool Same(List<DrawItem> a, List<DrawItem> b)
    {
        if (a.Count != b.Count) return false;
        for (var i = 0; i < a.Count; i++)
            if (!ReferenceEquals(a[i], b[i])) return false;
        return true;
    }

    // The widest run of dirty tiles from here, and as many rows below as have the whole of it dirty too.
    SKRectI TakeRectangle(int column, int row)
    {
        var right = column;
        while (right < columns && dirty[row * columns + right]) right++;
        var bottom = row;
        while (bottom < rows && dirty.AsSpan(bottom * columns + column, right - column).IndexOf(false) < 0)
        {
            dirty.AsSpan(bottom * columns + column, right - column).Clear();
            bottom++;
        }
        return new(column * TileSide, row * TileSide, Math.Min(size.Width, right * TileSide), Math.Min(size.Height, bottom * TileSide));
    }
}
