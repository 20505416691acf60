using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>The picture in tiles: those that items come to, go from, or change or change places in look different, and are gathered into rectangles to repaint.</summary>
internal sealed class TileGrid(SKSizeI size)
{
    // Small enough to leave most of a picture alone, large enough that a line does not cross dozens.
    const int TileSide = 32;

    readonly int columns = TilesAlong(size.Width), rows = TilesAlong(size.Height);
    readonly bool[] dirty = new bool[TilesAlong(size.Width) * TilesAlong(size.Height)];
    readonly List<int> touched = [];

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

    /// <summary>An item has come to these tiles, or gone from them.</summary>
    public void Mark(PlacedItem changed)
    {
        foreach (var tile in changed.Tiles) dirty[tile] = true;
    }

    /// <summary>All tiles look different.</summary>
    public void MarkAll() => dirty.AsSpan().Fill(true);

    /// <summary>The rectangles of marked tiles, in pixels; they do not overlap. No tile is marked any more.</summary>
    public void TakeChanges(List<SKRectI> changes)
    {
        changes.Clear();
        for (var tile = dirty.IndexOf(true); tile >= 0; tile = dirty.IndexOf(true)) changes.Add(TakeRectangle(tile % columns, tile / columns));
        Rectangles.Join(changes);
    }

    static int TilesAlong(int pixels) => (pixels + TileSide - 1) / TileSide;

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
