namespace SkiaSharp.Tests.StandIn;

/// <summary>A picture may be painted in tiles: a clip rectangle of whole pixels changes nothing inside it.</summary>
public class ClipIndependenceTests
{
    static readonly SKImageInfo Info = new(RandomDrawing.Width, RandomDrawing.Height);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_picture_painted_in_tiles_is_the_picture_painted_at_once(int seed)
    {
        using var drawing = new RandomDrawing(seed).With(primitives: 140);
        var whole = Paint(drawing, [Info.Rect]);
        var tiled = Paint(drawing, [.. Tiles(37, 23)]);
        Assert.Equal(whole, tiled);
    }

    [Fact]
    public void Every_kind_of_primitive_is_the_same_in_every_column_and_row()
    {
        for (var seed = 0; seed < 3; seed++)
        {
            using var drawing = new RandomDrawing(100 + seed).With(primitives: 14);
            var whole = Paint(drawing, [Info.Rect]);
            Assert.Equal(whole, Paint(drawing, [.. Tiles(1, RandomDrawing.Height)]));
            Assert.Equal(whole, Paint(drawing, [.. Tiles(RandomDrawing.Width, 1)]));
        }
    }

    [Fact]
    public void A_picture_drawn_beyond_the_surface_is_the_middle_of_the_same_picture_on_a_larger_one()
    {
        using var drawing = new RandomDrawing(9).With(primitives: 70);
        using var large = SKSurface.Create(Info.WithSize(RandomDrawing.Width + 64, RandomDrawing.Height + 64));
        large.Canvas.Clear(SKColors.Black);
        large.Canvas.Translate(32, 32);
        drawing.Draw(large.Canvas);
        using var middle = large.Snapshot(SKRectI.Create(32, 32, RandomDrawing.Width, RandomDrawing.Height));
        Assert.Equal(middle.PeekPixels().GetPixelSpan().ToArray(), Paint(drawing, [Info.Rect]));
    }

    static byte[] Paint(RandomDrawing drawing, SKRectI[] tiles)
    {
        using var surface = SKSurface.Create(Info);
        foreach (var tile in tiles)
        {
            surface.Canvas.Save();
            surface.Canvas.ClipRect(tile);
            surface.Canvas.Clear(SKColors.Black);
            drawing.Draw(surface.Canvas);
            surface.Canvas.Restore();
        }
        using var pixels = surface.PeekPixels();
        return pixels.GetPixelSpan().ToArray();
    }

    static IEnumerable<SKRectI> Tiles(int width, int height)
    {
        for (var y = 0; y < RandomDrawing.Height; y += height)
            for (var x = 0; x < RandomDrawing.Width; x += width)
                yield return SKRectI.Intersect(Info.Rect, SKRectI.Create(x, y, width, height));
    }
}
