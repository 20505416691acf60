using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>
/// The picture in tiles: those that items come to, go from, or change or change places in look different, and are gathered into rectangles
/// to repaint.
/// </summary>
internal sealed class TileGrid(SKSizeI size)
{
    // Small enough to leave most of a picture alone, large enough that a line does not cross dozens.
    const int TileSide = 32;

    readonly int columns = TilesAlong(size.Width), rows = TilesAlong(size.Height);
    readonly bool[] dirty = new bool[TilesAlong(size.Width) * TilesAlong(size.Height)];
    // Those that are in no rectangle yet.
    readonly bool[] left = new bool[TilesAlong(size.Width) * TilesAlong(size.Height)];
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

    /// <summary>No tile is marked any more.</summary>
    public void Unmark() => dirty.AsSpan().Clear();

    /// <summary>Whether an item may touch a marked tile.</summary>
    public bool Touches(PlacedItem placed)
    {
        foreach (var tile in placed.Tiles)
            if (dirty[tile]) return true;
        return false;
    }

    /// <summary>The marked tiles as rectangles, in pixels; they do not overlap.</summary>
    public IEnumerable<SKRectI> Rectangles()
    {
        dirty.CopyTo(left, 0);
        for (var tile = left.IndexOf(true); tile >= 0; tile = left.IndexOf(true))
            yield return TakeRectangle(tile % columns, tile / columns);
    }

    static int TilesAlong(int pixels) => (pixels + TileSide - 1) / TileSide;

    // The widest run of dirty tiles from here, and as many rows below as have the whole of it dirty too.
    SKRectI TakeRectangle(int column, int row)
    {
        var right = column;
        while (right < columns && left[row * columns + right]) right++;
        var bottom = row;
        while (bottom < rows && left.AsSpan(bottom * columns + column, right - column).IndexOf(false) < 0)
        {
            left.AsSpan(bottom * columns + column, right - column).Clear();
            bottom++;
        }
        return new(column * TileSide, row * TileSide, Math.Min(size.Width, right * TileSide), Math.Min(size.Height, bottom * TileSide));
    }
}
