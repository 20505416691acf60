using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing.Tests;

/// <summary>What is painted from distances is what its formula says, and strokes cover of every pixel what they should.</summary>
public sealed class FieldTests : IDisposable
{
    static readonly SKSizeI size = new(320, 180);

    readonly FontShelf fonts = FontShelf.Open();

    public void Dispose() => fonts.Dispose();

    public static TheoryData<float, float, float, float, float> Lines() => new()
    {
        { 20, 20, 290, 150, 3 },
        { 160, 10, 160, 170, 5.5f },
        { 10, 90.5f, 310, 90.5f, 1.5f },
        { 300.2f, 30.7f, 40.1f, 33, 6 },
        { 100, 100, 100, 100, 40 },
    };

    [Theory, MemberData(nameof(Lines))]
    public void A_line_covers_of_every_pixel_what_lies_within_half_its_width(float x0, float y0, float x1, float y1, float width) => Covers(
        context => context.DrawStroke(new(x0, y0), new(x1, y1), width, SKColors.White),
        (x, y) =>
        {
            var (dx, dy) = (x1 - (double)x0, y1 - (double)y0);
            var along = dx == 0 && dy == 0 ? 0 : Math.Clamp(((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy), 0, 1);
            return Distance(x - x0 - along * dx, y - y0 - along * dy) <= width / 2;
        });

    [Theory]
    [InlineData(0, 360)]
    [InlineData(0, 90)]
    [InlineData(30, 179)]
    [InlineData(200, 181)]
    [InlineData(-45, 300)]
    public void An_arc_covers_of_every_pixel_what_lies_within_half_its_width(float start, float sweep) => Covers(
        context => context.DrawArc(new(160.3f, 90.6f), 60, 4, start, sweep, SKColors.White),
        (x, y) =>
        {
            var (dx, dy) = (x - 160.3, y - 90.6);
            var turned = ((Math.Atan2(dx, -dy) * 180 / Math.PI - start) % 360 + 360) % 360;
            return turned <= sweep ? Math.Abs(Distance(dx, dy) - 60) <= 2 : IsNear(start) || IsNear(start + sweep);

            bool IsNear(double degrees)
            {
                var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
                return Distance(dx - 60 * sin, dy + 60 * cos) <= 2;
            }
        });

    [Fact]
    public void Light_around_a_point_follows_its_formula()
    {
        var (centre, radius) = (new SKPoint(150.4f, 90.2f), 70f);
        var picture = Painted(context => context.Shine(centre, radius, SKColors.White, SKColors.White, GlowBlend.Add));
        for (var y = 0; y < size.Height; y++)
            for (var x = 0; x < size.Width; x++)
            {
                var share = (Math.Pow(x + 0.5 - centre.X, 2) + Math.Pow(y + 0.5 - centre.Y, 2)) / (radius * radius);
                var near = Math.Max(0, 1 - share);
                var light = near * near * (0.22 + 0.78 * Math.Pow(Math.Max(0, 1 - 14 * share / 16), 16)) / (1 + 2.2 * Math.Sqrt(share));
                // Rounded up or down by the dither.
                Assert.InRange(picture[(y * size.Width + x) * 4], Math.Floor(255 * light - 0.01), Math.Ceiling(255 * light + 0.01));
            }
    }

    [Fact]
    public void Light_on_average_is_as_bright_as_its_formula_says_even_where_it_is_fainter_than_one_level()
    {
        var faint = SKColors.White.WithAlpha(1);
        var picture = Painted(context => context.Shine(new(0, 90), new(320, 90), 400, 400, 0, FieldProfile.Beam, faint, GlowBlend.Add));
        var levels = from y in Enumerable.Range(74, 32) from x in Enumerable.Range(40, 32) select (double)picture[(y * size.Width + x) * 4];
        Assert.InRange(levels.Average(), 0.9, 1);
    }

    [Fact]
    public void A_flat_colour_stays_flat()
    {
        var picture = Painted(context => context.DrawStroke(new(160, 90), new(160, 90), 100, new(200, 100, 50, 120)));
        var colours =
            from y in Enumerable.Range(60, 60) from x in Enumerable.Range(130, 60) select BitConverter.ToUInt32(
                picture, (y * size.Width + x) * 4);
        Assert.Single(colours.Distinct());
    }

    [Fact]
    public void An_arc_of_no_degrees_and_light_of_no_strength_leave_the_picture_alone()
    {
        var (white, clear) = (SKColors.White, SKColors.White.WithAlpha(0));
        LeavesAlone(context => context.DrawArc(new(160, 90), 60, 4, 0, 0, white));
        LeavesAlone(context => context.Shine(new(160, 90), 60, clear, white, GlowBlend.Add));
        LeavesAlone(context => context.Shine(new(160, 90), 0, white, white, GlowBlend.Add));

        void LeavesAlone(Action<PaintContext> paint) => Assert.All(Painted(paint), channel => Assert.Equal(0, channel));
    }

    // Compares with a grid of points in every pixel.
    void Covers(Action<PaintContext> paint, Func<double, double, bool> isInside)
    {
        var fine = Thorough.Cases(8, 16);
        var picture = Painted(paint);
        double ink = 0, difference = 0;
        for (var y = 0; y < size.Height; y++)
            for (var x = 0; x < size.Width; x++)
            {
                var inside = 0;
                for (var i = 0; i < fine * fine; i++)
                    if (isInside(x + (i % fine + 0.5) / fine, y + (i / fine + 0.5) / fine)) inside++;
                var (covered, painted) = (255.0 * inside / (fine * fine), picture[(y * size.Width + x) * 4 + 3]);
                Assert.InRange(painted, covered - 24, covered + 24);
                ink += covered;
                difference += Math.Abs(painted - covered);
            }
        Assert.True(ink > 1000);
        Assert.InRange(difference / ink, 0, 0.03);
    }

    static double Distance(double dx, double dy) => Math.Sqrt(dx * dx + dy * dy);

    byte[] Painted(Action<PaintContext> paint)
    {
        using var surface = new PixelSurface(size);
        using var context = new PixelContext(fonts);
        using var area = new PaintArea(size);
        surface.Pixels.Clear();
        area.Set([SKRectI.Create(size)]);
        context.Begin(surface, area, 1);
        paint(context);
        context.End();
        return surface.Pixels.ToArray();
    }
}
