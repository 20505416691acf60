namespace SkiaSharp.Tests.StandIn;

/// <summary>What a canvas remembers of the shapes that it has drawn never shows in the picture.</summary>
public class KeptCoverageTests
{
    static readonly SKImageInfo Info = new(RandomDrawing.Width, RandomDrawing.Height);

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void A_picture_drawn_again_on_the_same_canvas_is_the_picture_of_a_new_canvas(int seed)
    {
        using var drawing = new RandomDrawing(seed).With(primitives: 140);
        using var surface = SKSurface.Create(Info);
        var first = Draw(surface, drawing.Draw);
        for (var again = 0; again < 3; again++) Assert.Equal(first, Draw(surface, drawing.Draw));
    }

    [Fact]
    public void A_shape_that_came_before_in_one_colour_comes_in_another()
    {
        using var surface = SKSurface.Create(Info);
        using var paint = new SKPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 3, Color = SKColors.Red };
        for (var i = 0; i < 3; i++) Draw(surface, Line(paint));
        paint.Color = SKColors.Lime;
        using var other = SKSurface.Create(Info);
        Assert.Equal(Draw(other, Line(paint)), Draw(surface, Line(paint)));
    }

    public static TheoryData<string, Action<SKCanvas, SKPaint>> Changes => new()
    {
        { "a wider pen", (_, paint) => paint.StrokeWidth = 4 },
        { "another cap", (_, paint) => paint.StrokeCap = SKStrokeCap.Round },
        { "dashes", (_, paint) => paint.PathEffect = SKPathEffect.CreateDash([4, 3], 0) },
        { "hard edges", (_, paint) => paint.IsAntialias = false },
        { "a tenth of a pixel to the right", (canvas, _) => canvas.Translate(0.1f, 0) },
        { "a little larger", (canvas, _) => canvas.Scale(1.01f) },
    };

    [Theory, MemberData(nameof(Changes))]
    public void A_shape_that_differs_from_the_one_before_is_drawn_as_it_is_now(string what, Action<SKCanvas, SKPaint> change)
    {
        using var paint = new SKPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 3, Color = SKColors.Red };
        using SKSurface surface = SKSurface.Create(Info), other = SKSurface.Create(Info);
        byte[] before = [];
        for (var i = 0; i < 3; i++) before = Draw(surface, Line(paint));
        var now = Draw(surface, Changed);
        Assert.False(before.SequenceEqual(now), what);
        Assert.True(Draw(other, Changed).SequenceEqual(now), what);

        void Changed(SKCanvas canvas)
        {
            change(canvas, paint);
            Line(paint)(canvas);
        }
    }

    [Fact]
    public void A_path_that_has_the_first_ones_points_and_other_contours_is_another_shape()
    {
        using var fill = new SKPaint { IsAntialias = true, Color = SKColors.Red };
        using SKSurface surface = SKSurface.Create(Info), other = SKSurface.Create(Info);
        for (var i = 0; i < 3; i++) Draw(surface, Path(contours: 1));
        Assert.Equal(Draw(other, Path(contours: 2)), Draw(surface, Path(contours: 2)));

        Action<SKCanvas> Path(int contours) => canvas =>
        {
            using var builder = new SKPathBuilder();
            SKPoint[] points = [new(10, 10), new(90, 20), new(60, 100), new(20, 90), new(100, 80), new(30, 15)];
            foreach (var part in points.Chunk(points.Length / contours)) builder.AddPoly(part);
            canvas.DrawPath(builder.Detach(), fill);
        };
    }

    [Fact]
    public void Shapes_that_come_twice_and_never_again_are_forgotten()
    {
        using var surface = SKSurface.Create(new SKImageInfo(1920, 1080));
        using var paint = new SKPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 20 };
        Draw(100, 0);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Draw(3000, 1);                                                       // 90 MB, if all were kept
        var grown = (GC.GetTotalMemory(forceFullCollection: true) - before) >> 20;
        Assert.True(grown < 20, $"{grown} MB more");
        GC.KeepAlive(surface);

        void Draw(int lines, float y)
        {
            for (var i = 0; i < lines; i++)
                for (var twice = 0; twice < 2; twice++) surface.Canvas.DrawLine(i % 100, y, 1800 + i / 100f, 1000, paint);
        }
    }

    static Action<SKCanvas> Line(SKPaint paint) => canvas => canvas.DrawLine(12, 9, 140, 101, paint);

    static byte[] Draw(SKSurface surface, Action<SKCanvas> draw)
    {
        surface.Canvas.Clear(SKColors.Black);
        surface.Canvas.Save();
        draw(surface.Canvas);
        surface.Canvas.Restore();
        using var pixels = surface.PeekPixels();
        return pixels.GetPixelSpan().ToArray();
    }
}
