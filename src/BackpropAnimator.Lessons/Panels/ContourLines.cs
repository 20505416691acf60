using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The lines along which the values of a grid are 0, by marching squares: marching cubes (Lorensen &amp; Cline, 1987) in two dimensions.
/// </summary>
internal static class ContourLines
{
    /// <param name="values">Row by row.</param>
    /// <param name="columns">How many values a row has.</param>
    /// <param name="isOpen">Whether lines are looked for between a value, by its index, and its neighbours to the right and below.</param>
    /// <returns>Lines through points in columns and rows: (0, 0) is the first value. A closed one ends where it begins.</returns>
    public static List<SKPoint[]> Of(ReadOnlySpan<double> values, int columns, Func<int, bool>? isOpen = null)
    {
        var rows = values.Length / columns;
        // For each side of a cell that a line crosses, the sides on which it comes from there to its neighbours: at most one in each cell.
        Dictionary<int, (int One, int Other)> neighbours = [];
        Dictionary<int, SKPoint> crossings = [];
        Span<int> crossed = stackalloc int[4];
        for (var r = 0; r < rows - 1; r++)
            for (var c = 0; c < columns - 1; c++)
            {
                var at = r * columns + c;
                double a = values[at], b = values[at + 1], d = values[at + columns], e = values[at + columns + 1];
                var (isA, isB, isD, isE) = (a >= 0, b >= 0, d >= 0, e >= 0);
                if ((isA == isB && isD == isE && isA == isD) || isOpen?.Invoke(at) == false) continue;
                // Going round the cell: top, right, bottom, left.
                var count = 0;
                if (isA != isB) crossed[count++] = Cross(2 * at, a, b, c, r, 1, 0);
                if (isB != isE) crossed[count++] = Cross(2 * (at + 1) + 1, b, e, c + 1, r, 0, 1);
                if (isD != isE) crossed[count++] = Cross(2 * (at + columns), d, e, c, r + 1, 1, 0);
                if (isA != isD) crossed[count++] = Cross(2 * at + 1, a, d, c, r, 0, 1);
                // At a saddle the middle says which corners belong together: those that the first line cuts off, or the other two.
                var first = count == 4 && a + b + d + e >= 0 != isA ? 3 : 0;
                for (var n = 0; n < count; n += 2) Join(crossed[(first + n) % count], crossed[(first + n + 1) % count]);
            }
        return Chained(neighbours, crossings);

        // A side's number: twice the value that it begins at, plus 1 for one that goes down.
        int Cross(int side, double from, double to, int c, int r, int dc, int dr)
        {
            var share = (float)(from / (from - to));
            crossings[side] = new(c + dc * share, r + dr * share);
            return side;
        }

        void Join(int one, int other)
        {
            neighbours[one] = neighbours.TryGetValue(one, out var known) ? (known.One, other) : (other, -1);
            neighbours[other] = neighbours.TryGetValue(other, out known) ? (known.One, one) : (one, -1);
        }
    }

    static List<SKPoint[]> Chained(Dictionary<int, (int One, int Other)> neighbours, Dictionary<int, SKPoint> crossings)
    {
        List<SKPoint[]> lines = [];
        HashSet<int> seen = [];
        // Lines that end somewhere from an end on; what is left are rings.
        foreach (var (side, _) in neighbours.Where(n => n.Value.Other < 0).Concat(neighbours.Where(n => n.Value.Other >= 0)))
        {
            if (!seen.Add(side)) continue;
            List<SKPoint> line = [crossings[side]];
            var here = side;
            for (var next = Next(here); next >= 0; next = Next(here))
            {
                seen.Add(next);
                line.Add(crossings[next]);
                here = next;
            }
            var (one, other) = neighbours[here];
            if (line.Count > 2 && other >= 0 && (one == side || other == side)) line.Add(line[0]);
            lines.Add([.. line]);
        }
        return lines;

        int Next(int side)
        {
            var (one, other) = neighbours[side];
            return !seen.Contains(one) ? one : other >= 0 && !seen.Contains(other) ? other : -1;
        }
    }
}
