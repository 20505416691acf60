using SkiaSharp;

namespace BackpropAnimator.Drawing.Tests;

public class RectanglesTests
{
    [Fact]
    public void Neighbours_become_one()
    {
        List<SKRectI> rectangles = [new(0, 0, 64, 32), new(32, 32, 96, 64)];
        Rectangles.Join(rectangles);
        Assert.Equal([new SKRectI(0, 0, 96, 64)], rectangles);
    }

    [Fact]
    public void Those_far_from_each_other_stay_apart()
    {
        List<SKRectI> rectangles = [new(0, 0, 64, 32), new(1600, 960, 1664, 1024)];
        Rectangles.Join(rectangles);
        Assert.Equal([new SKRectI(0, 0, 64, 32), new(1600, 960, 1664, 1024)], rectangles);
    }

    [Fact]
    public void All_that_was_covered_still_is_and_nothing_is_covered_twice()
    {
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            var cells = Enumerable.Range(0, 40).Select(_ => (X: random.Next(60), Y: random.Next(34))).Distinct().ToList();
            List<SKRectI> rectangles = [.. cells.Select(cell => SKRectI.Create(cell.X * 32, cell.Y * 32, 32, 32))];
            Rectangles.Join(rectangles);
            Assert.All(cells, cell => Assert.Single(rectangles, r => r.Left <= cell.X * 32 && r.Top <= cell.Y * 32 && r.Right > cell.X * 32 && r.Bottom > cell.Y * 32));
            for (var i = 0; i < rectangles.Count; i++)
                for (var k = i + 1; k < rectangles.Count; k++) Assert.False(rectangles[i].IntersectsWith(rectangles[k]));
        }
    }
}
