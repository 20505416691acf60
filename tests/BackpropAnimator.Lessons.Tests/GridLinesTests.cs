using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Grids of values made finer, and the lines along which they are 0.</summary>
public class GridLinesTests
{
    [Fact]
    public void A_plane_stays_a_plane_however_fine()
    {
        var plane = new double[4, 5];
        for (var r = 0; r < 4; r++)
            for (var c = 0; c < 5; c++) plane[r, c] = 3 * c - 2 * r + 1;
        var fine = Enlargement.Of(plane, 41, 31);
        for (var y = 0; y < 31; y++)
            for (var x = 0; x < 41; x++) Assert.Equal(3 * x / 10.0 - 2 * y / 10.0 + 1, fine[y * 41 + x], 1e-12);
    }

    [Fact]
    public void Values_of_the_grid_itself_are_kept()
    {
        double[,] grid = { { 4, -1, 7 }, { 0, 9, 2 }, { 5, 5, -3 } };
        var fine = Enlargement.Of(grid, 9, 5);
        for (var r = 0; r < 3; r++)
            for (var c = 0; c < 3; c++) Assert.Equal(grid[r, c], fine[r * 2 * 9 + c * 4], 1e-12);
    }

    [Fact]
    public void A_circle_is_one_closed_line_all_of_whose_points_lie_on_it()
    {
        const int size = 60;
        var line = Assert.Single(ContourLines.Of(Field(size, (x, y) => 20 - Math.Sqrt((x - 30) * (x - 30) + (y - 29) * (y - 29))), size));
        Assert.Equal(line[0], line[^1]);
        Assert.All(line, point => Assert.Equal(20, (point - new SKPoint(30, 29)).Length, 0.05));
        // Step by step around it: no point is left out, and none is jumped to.
        Assert.All(line.Zip(line.Skip(1)), step => Assert.InRange((step.Second - step.First).Length, 0, 1.5));
        Assert.InRange(line.Length, 100, 200);
    }

    [Fact]
    public void A_line_that_leaves_the_grid_ends_on_its_edges()
    {
        var line = Assert.Single(ContourLines.Of(Field(11, (x, _) => x - 4.5), 11));
        Assert.Equal([new(4.5f, 0), new(4.5f, 10)], new[] { line[0], line[^1] }.OrderBy(point => point.Y));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void At_a_saddle_the_two_lines_do_not_meet(int sign)
    {
        var lines = ContourLines.Of(Field(10, (x, y) => (x - 4.5) * (y - 4.5) + 0.1 * sign), 10);
        Assert.Equal(2, lines.Count);
        Assert.Empty(lines[0].Intersect(lines[1]));
    }

    [Fact]
    public void Nothing_is_0_where_all_is_above() => Assert.Empty(ContourLines.Of(Field(5, (x, y) => 1 + x + y), 5));

    static double[] Field(int size, Func<int, int, double> value) =>
        [.. Enumerable.Range(0, size * size).Select(n => value(n % size, n / size))];
}
