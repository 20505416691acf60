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
    List<PlacedItem>[] before, now;
    readonly bool[] dirty;
    readonly List<int> touched = [];

    public TileGrid(SKSizeI size)
    {
        this.size = size;
        columns = (size.Width + TileSide - 1) / TileSide;
        rows = (size.Height + TileSide - 1) / TileSide;
        before = NewTiles();
        now = NewTiles();
        dirty = new bool[columns * rows];

        List<PlacedItem>[] NewTiles() => [.. Enumerable.Range(0, columns * rows).Select(_ => new List<PlacedItem>())];
    }

    /// <summary>Starts the next frame.</summary>
    public void Begin()
    {
        (before, now) = (now, before);
        foreach (var tile in now) tile.Clear();
    }

    /// <summary>Adds the frame's next item.</summary>
    public void Add(PlacedItem placed)
    {
        foreach (var tile in placed.Tiles) now[tile].Add(placed);
    }

    /// <summary>The tiles that an item may touch.</summary>
    public int[] TilesOf(PlacedItem placed)
    {
        if (placed.IsOutside) return [];
        touched.Clear();
        int top = placed.Pixels.Top / TileSide, bottom = (placed.Pixels.Bottom - 1) / TileSide;
        for (var row = top; row <= bottom; row++)
        {
            var (left, right) = placed.ColumnsBetween(row * TileSide, (row + 1) * TileSide);
            if (left >= right) continue;
            for (var column = left / TileSide; column <= (right - 1) / TileSide; column++) touched.Add(row * columns + column);
        }
        return [.. touched];
    }

    /// <summary>The rectangles of tiles that look different from the frame before, in pixels; they do not overlap.</summary>
    public void FindChanges(List<SKRectI> changes, bool everything)
    {
        for (var tile = 0; tile < dirty.Length; tile++) dirty[tile] = everything || !AreSame(before[tile], now[tile]);
        changes.Clear();
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                if (dirty[row * columns + column]) changes.Add(TakeRectangle(column, row));
        Rectangles.Join(changes);
    }

    // Equal items are the same object.
    static bool AreSame(List<PlacedItem> before, List<PlacedItem> now)
    {
        if (before.Count != now.Count) return false;
        for (var i = 0; i < now.Count; i++)
            if (!ReferenceEquals(before[i], now[i])) return false;
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
