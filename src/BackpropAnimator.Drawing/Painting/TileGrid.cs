using System.Runtime.InteropServices;
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
    List<int>[] before, now;
    // One number for all equal items of a frame and the one before it: within tiles, comparing numbers is enough.
    Dictionary<DrawItem, int> numbersBefore = [], numbersNow = [];
    int numbered;
    readonly bool[] dirty;

    public TileGrid(SKSizeI size)
    {
        this.size = size;
        columns = (size.Width + TileSide - 1) / TileSide;
        rows = (size.Height + TileSide - 1) / TileSide;
        before = NewTiles();
        now = NewTiles();
        dirty = new bool[columns * rows];

        List<int>[] NewTiles() => [.. Enumerable.Range(0, columns * rows).Select(_ => new List<int>())];
    }

    /// <summary>Starts the next frame.</summary>
    public void Begin()
    {
        (before, now) = (now, before);
        (numbersBefore, numbersNow) = (numbersNow, numbersBefore);
        numbersNow.Clear();
        foreach (var tile in now) tile.Clear();
    }

    /// <summary>Adds the frame's next item.</summary>
    /// <returns>A number that it shares with all equal items of this frame and the one before.</returns>
    public int Add(in PlacedItem placed)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbersNow, placed.Item, out var isKnown);
        if (!isKnown && !numbersBefore.TryGetValue(placed.Item, out number)) number = ++numbered;
        int top = placed.Pixels.Top / TileSide, bottom = (placed.Pixels.Bottom - 1) / TileSide;
        for (var row = top; row <= bottom; row++)
        {
            var (left, right) = placed.ColumnsBetween(row * TileSide, (row + 1) * TileSide);
            if (left >= right) continue;
            for (var column = left / TileSide; column <= (right - 1) / TileSide; column++) now[row * columns + column].Add(number);
        }
        return number;
    }

    /// <summary>The rectangles of tiles that look different from the frame before, in pixels; they do not overlap.</summary>
    public void FindChanges(List<SKRectI> changes, bool everything)
    {
        for (var tile = 0; tile < dirty.Length; tile++) dirty[tile] = everything || !CollectionsMarshal.AsSpan(before[tile]).SequenceEqual(CollectionsMarshal.AsSpan(now[tile]));
        changes.Clear();
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                if (dirty[row * columns + column]) changes.Add(TakeRectangle(column, row));
        Rectangles.Join(changes);
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
