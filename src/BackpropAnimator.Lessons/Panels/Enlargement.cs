namespace BackpropAnimator.Lessons;

/// <summary>A grid of values made finer: smooth where straight lines between its values would leave facets.</summary>
internal static class Enlargement
{
    // The four neighbours that a place between the second and the third is interpolated from, and their weights.
    readonly record struct Tap(int First, double P, double Q, double R, double S);

    /// <summary>Values at even distances between those of a grid, row by row; the corners stay where they are.</summary>
    /// <param name="values">Row by row; at least 2 × 2.</param>
    /// <param name="width">How many columns there will be; at least 2.</param>
    /// <param name="height">How many rows there will be; at least 2.</param>
    public static double[] Of(double[,] values, int width, int height)
    {
        var (rows, columns) = (values.GetLength(0), values.GetLength(1));
        var (across, down) = (Taps(columns, width), Taps(rows, height));
        var wide = new double[rows * width];
        for (var r = 0; r < rows; r++)
            for (var x = 0; x < width; x++)
            {
                var (i, p, q, r1, s) = across[x];
                wide[r * width + x] =
                    (p == 0 ? 0 : p * values[r, i]) + q * values[r, i + 1] + r1 * values[r, i + 2] + (s == 0 ? 0 : s * values[r, i + 3]);
            }
        var all = new double[width * height];
        for (var y = 0; y < height; y++)
        {
            var (i, p, q, r, s) = down[y];
            var target = all.AsSpan(y * width, width);
            // Beyond the first and the last row there is none, and its weight is 0.
            ReadOnlySpan<double> above = Row(p == 0 ? i + 1 : i), upper = Row(i + 1);
            ReadOnlySpan<double> lower = Row(i + 2), below = Row(s == 0 ? i + 2 : i + 3);
            for (var x = 0; x < width; x++) target[x] = p * above[x] + q * upper[x] + r * lower[x] + s * below[x];
        }
        return all;

        ReadOnlySpan<double> Row(int r) => wide.AsSpan(r * width, width);
    }

    // Catmull & Rom (1974). A value beyond either end is the one that continues the last step in a straight line.
    static Tap[] Taps(int from, int to)
    {
        var taps = new Tap[to];
        for (var n = 0; n < to; n++)
        {
            var place = n * (from - 1.0) / (to - 1);
            var i = Math.Min((int)place, from - 2);
            var t = place - i;
            var (p, q) = (0.5 * (-t + 2 * t * t - t * t * t), 0.5 * (2 - 5 * t * t + 3 * t * t * t));
            var (r, s) = (0.5 * (t + 4 * t * t - 3 * t * t * t), 0.5 * (-t * t + t * t * t));
            if (i == 0) (p, q, r) = (0, q + 2 * p, r - p);
            if (i == from - 2) (q, r, s) = (q - s, r + 2 * s, 0);
            taps[n] = new(i - 1, p, q, r, s);
        }
        return taps;
    }
}
