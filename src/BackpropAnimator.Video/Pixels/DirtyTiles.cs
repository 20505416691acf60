using System.Collections;
using SkiaSharp;

namespace BackpropAnimator.Video.Pixels;

/// <summary>The parts of a picture that have to be converted again, in tiles: rectangles may be added in any number and overlap.</summary>
internal sealed class DirtyTiles(SKSizeI size)
{
    // Two vectors wide; both even, so that chroma samples are never shared.
    const int TileWidth = 64, TileHeight = 16;

    readonly int columns = Columns(size), rows = Rows(size);
    readonly BitArray dirty = new(Columns(size) * Rows(size));

    public void Add(SKRectI rectangle)
    {
        var (left, right) = (rectangle.Left / TileWidth, (rectangle.Right - 1) / TileWidth);
        for (var row = rectangle.Top / TileHeight; row <= (rectangle.Bottom - 1) / TileHeight; row++)
            for (var column = left; column <= right; column++) dirty[row * columns + column] = true;
    }

    /// <summary>Rectangles that cover everything added since the last call: runs of tiles, even, without overlaps.</summary>
    public IEnumerable<SKRectI> Take()
    {
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                var first = column;
                for (; column < columns && dirty[row * columns + column]; column++) dirty[row * columns + column] = false;
                var (right, bottom) = (Math.Min(column * TileWidth, size.Width), Math.Min((row + 1) * TileHeight, size.Height));
                if (column > first) yield return new(first * TileWidth, row * TileHeight, right, bottom);
            }
    }

    static int Columns(SKSizeI size) => (size.Width + TileWidth - 1) / TileWidth;

    static int Rows(SKSizeI size) => (size.Height + TileHeight - 1) / TileHeight;
}
