using System.Numerics;
using System.Runtime.CompilerServices;

namespace SkiaSharp;

/// <summary>
/// Exact area coverage of polygons, one row at a time. An edge adds to the pixels it crosses the area to its right;
/// summing a row from the left then gives every pixel's coverage (the cells of FreeType's and Anti-Grain's rasterisers).
/// </summary>
/// <remarks>
/// Coordinates are whole 1/256 pixels, and where an edge crosses a row or a column is a pure function of that edge. So all
/// sums are exact, and a pixel's coverage is the same whatever the clip rectangle: a picture painted in tiles has no seams.
/// </remarks>
sealed class Rasterizer
{
    const int One = 256;
    const int FullCover = 2 * One * One;
    const float Farthest = 1 << 20;       // pixels; keeps the differences of coordinates within an int
    const int ShortRun = 16;              // shorter runs are cheaper as part of their neighbours' pixels

    Edge[] _edges = new Edge[64];
    int[] _nextEdge = new int[64];
    int[] _firstEdge = [];
    int[] _active = new int[64];
    int[] _cells = [];
    ulong[] _touched = [];
    byte[] _coverage = [];
    int _count;
    SKRectI _clip;

    record struct Edge(int X0, int Y0, int X1, int Y1, int Direction, double SlopeX, double SlopeY)
    {
        // Where the edge is at a height, and how high at a column: between its ends in spite of rounding.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly int XAt(int y) =>
            y >= Y1 ? X1 : Math.Max(Math.Min(X0, X1), Math.Min(X0 + (int)Math.Round((y - Y0) * SlopeX), Math.Max(X0, X1)));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly int YAt(int x, int top, int bottom) => Math.Max(top, Math.Min(Y0 + (int)Math.Round((x - X0) * SlopeY), bottom));
    }

    /// <summary>Starts a new shape of which only the pixels inside <paramref name="clip"/> are wanted.</summary>
    public void Begin(SKRectI clip)
    {
        _clip = clip;
        _count = 0;
    }

    /// <summary>Adds contours, each closed by a line from its end to its start if need be.</summary>
    public void Add(Contours contours, in SKMatrix matrix)
    {
        for (var i = 0; i < contours.Count; i++)
        {
            var points = contours[i];
            var (x0, y0) = Snap(matrix.MapPoint(points[^1]));
            foreach (var point in points)
            {
                var (x1, y1) = Snap(matrix.MapPoint(point));
                if (y0 < y1) AddEdge(x0, y0, x1, y1, 1);
                else if (y1 < y0) AddEdge(x1, y1, x0, y0, -1);
                (x0, y0) = (x1, y1);
            }
        }
    }

    /// <summary>A device coordinate in 1/256 pixels.</summary>
    public static int Snap(float value) => (int)MathF.Round(Math.Clamp(value, -Farthest, Farthest) * One);

    static (int X, int Y) Snap(SKPoint p) => (Snap(p.X), Snap(p.Y));

    void AddEdge(int x0, int y0, int x1, int y1, int direction)
    {
        // What ends above, begins below or lies to the right of the clip covers nothing inside.
        if (y1 <= _clip.Top * One || y0 >= _clip.Bottom * One || Math.Min(x0, x1) >= _clip.Right * One) return;
        if (_count == _edges.Length)
        {
            Array.Resize(ref _edges, 2 * _count);
            Array.Resize(ref _nextEdge, 2 * _count);
            Array.Resize(ref _active, 2 * _count);
        }
        double width = x1 - x0, height = y1 - y0;
        _edges[_count++] = new(x0, y0, x1, y1, direction, width / height, width == 0 ? 0 : height / width);
    }

    /// <summary>Hands over the coverage of all edges added since <see cref="Begin"/>.</summary>
    /// <param name="fill">What counts as inside.</param>
    /// <param name="antialias">When false, a pixel is covered wholly (from half its area on) or not at all.</param>
    /// <param name="sink">Receives the coverage.</param>
    public void Sweep(SKPathFillType fill, bool antialias, CoverageSink sink)
    {
        if (_count == 0 || _clip.Width <= 0 || _clip.Height <= 0) return;
        var (top, bottom) = SortEdgesByFirstRow();
        EnsureRow(_clip.Width);
        var active = 0;
        for (var row = top; row < bottom; row++)
        {
            for (var e = _firstEdge[row - _clip.Top]; e >= 0; e = _nextEdge[e]) _active[active++] = e;
            if (active == 0) continue;
            var kept = 0;
            for (var i = 0; i < active; i++)
            {
                ref var edge = ref _edges[_active[i]];
                AddCells(ref edge, row);
                if (edge.Y1 > (row + 1) * One) _active[kept++] = _active[i];
            }
            active = kept;
            SweepRow(row, fill == SKPathFillType.EvenOdd, antialias, sink);
        }
    }

    (int Top, int Bottom) SortEdgesByFirstRow()
    {
        if (_firstEdge.Length < _clip.Height) _firstEdge = new int[_clip.Height];
        Array.Fill(_firstEdge, -1, 0, _clip.Height);
        var (top, bottom) = (int.MaxValue, int.MinValue);
        for (var e = 0; e < _count; e++)
        {
            var row = Math.Max(_edges[e].Y0 >> 8, _clip.Top);
            (top, bottom) = (Math.Min(top, row), Math.Max(bottom, _edges[e].Y1 + One - 1 >> 8));
            _nextEdge[e] = _firstEdge[row - _clip.Top];
            _firstEdge[row - _clip.Top] = e;
        }
        return (top, Math.Min(bottom, _clip.Bottom));
    }

    void EnsureRow(int width)
    {
        if (_coverage.Length >= width) return;
        _coverage = new byte[width];
        _cells = new int[width + 2];
        _touched = new ulong[(width + 2 + 63) / 64];
    }

    // Adds the piece of an edge that lies in one row of pixels to the cells it crosses.
    void AddCells(ref Edge edge, int row)
    {
        int top = Math.Max(edge.Y0, row * One), bottom = Math.Min(edge.Y1, (row + 1) * One), left = _clip.Left * One;
        int from = (top == edge.Y0 ? edge.X0 : edge.XAt(top)) - left, to = edge.XAt(bottom) - left;
        // From left to right; y runs from one end of the piece to the other, down or up.
        int y = top, lastY = bottom;
        if (from > to) (from, to, y, lastY) = (to, from, bottom, top);
        int column = from >> 8, last = to >> 8;
        if (column >= _clip.Width) return;
        if (column < 0)
        {
            // What lies left of the clip covers its first cell from side to side.
            var atEdge = last < 0 ? lastY : edge.YAt(left, top, bottom);
            AddCell(0, edge.Direction * Math.Abs(atEdge - y), 0);
            (y, from, column, last) = (atEdge, 0, 0, Math.Max(last, 0));
            if (atEdge == lastY) to = 0;
        }
        Touch(column, Math.Min(last, _clip.Width - 1) + 1);
        for (; column < last; column++)
        {
            if (column == _clip.Width) return;
            var next = edge.YAt(left + (column + 1) * One, top, bottom);
            AddCell(column, edge.Direction * Math.Abs(next - y), from - column * One + One);
            (y, from) = (next, (column + 1) * One);
        }
        if (column < _clip.Width) AddCell(column, edge.Direction * Math.Abs(lastY - y), from + to - 2 * column * One);
    }

    // height: signed; twiceX: twice the mean distance of the edge from the cell's left side.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void AddCell(int column, int height, int twiceX)
    {
        var cells = _cells;
        cells[column] += height * (2 * One - twiceX);
        cells[column + 1] += height * twiceX;
    }

    void Touch(int first, int last)
    {
        for (var word = first >> 6; word <= last >> 6; word++)
        {
            int from = Math.Max(first - word * 64, 0), to = Math.Min(last - word * 64, 63);
            _touched[word] |= ulong.MaxValue >> 63 - (to - from) << from;
        }
    }

    void SweepRow(int row, bool evenOdd, bool antialias, CoverageSink sink)
    {
        var (width, left) = (_clip.Width, _clip.Left);
        var (sum, covered) = (0, (byte)0);
        int at = 0, pixels = 0;      // pixels: where those begin that are gathered in _coverage and not handed over yet
        for (var word = 0; word <= width + 1 >> 6; word++)
        {
            var bits = _touched[word];
            _touched[word] = 0;
            for (; bits != 0; bits &= bits - 1)
            {
                var column = word * 64 + BitOperations.TrailingZeroCount(bits);
                if (column >= width) break;
                if (column > at) pixels = Constant(row, pixels, at, column, covered, sink);
                sum += _cells[column];
                _cells[column] = 0;
                _coverage[column] = covered = Cover(sum, evenOdd, antialias);
                at = column + 1;
            }
        }
        _cells[width] = 0;
        if (width > at) (pixels, at) = (Constant(row, pixels, at, width, covered, sink), width);
        if (at > pixels) sink.Pixels(left + pixels, row, _coverage.AsSpan(pixels, at - pixels));
    }

    // The columns between two that an edge touches are covered alike. Short runs join the gathered pixels; returns where those begin now.
    int Constant(int row, int pixels, int from, int to, byte covered, CoverageSink sink)
    {
        if (covered != 0 && to - from < ShortRun)
        {
            _coverage.AsSpan(from, to - from).Fill(covered);
            return pixels;
        }
        if (from > pixels) sink.Pixels(_clip.Left + pixels, row, _coverage.AsSpan(pixels, from - pixels));
        if (covered != 0) sink.Run(_clip.Left + from, row, to - from, covered);
        return to;
    }

    /// <summary>The coverage of a pixel from its doubled area.</summary>
    public static byte Cover(int sum, bool evenOdd, bool antialias)
    {
        var area = Math.Abs(sum);
        if (evenOdd) area = Math.Min(area & 2 * FullCover - 1, 2 * FullCover - (area & 2 * FullCover - 1));
        var covered = (Math.Min(area, FullCover) * 255 + FullCover / 2) >> 17;
        return (byte)(antialias ? covered : covered > 127 ? 255 : 0);
    }
}
