using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing.Tests;

public sealed class PainterTests : IDisposable
{
    readonly FontShelf fonts = FontShelf.Open();

    public void Dispose() => fonts.Dispose();

    Painter NewPainter(int width = 640, int height = 360) => new(new(width, height), fonts);

    [Fact]
    public void Repainting_only_what_changed_gives_the_same_pixels_as_painting_everything()
    {
        var random = new Random(11);
        using var kept = NewPainter();
        for (var n = 0; n < 60; n++)
        {
            // Most items stay from frame to frame; some move by fractions of a pixel, come, go or change places.
            var items = Enumerable.Range(0, 6).SelectMany(i => Samples.OneOfEach(60 + 90 * i, 60 + 40 * i)).ToList();
            for (var i = 0; i < 3; i++) items.AddRange(Samples.OneOfEach(random.NextSingle() * 700 - 30, random.NextSingle() * 420 - 30));
            if (n % 5 == 0) items.Reverse();
            var frame = Samples.FrameOf([.. items]);
            kept.Paint(frame);
            using var fresh = NewPainter();
            fresh.Paint(frame);
            Assert.True(kept.Pixels.SequenceEqual(fresh.Pixels), $"frame {n}");
        }
    }

    [Fact]
    public void An_equal_frame_repaints_nothing()
    {
        using var painter = NewPainter();
        painter.Paint(Samples.FrameOf(Samples.OneOfEach(300, 150)));
        Assert.Empty(painter.Paint(Samples.FrameOf(Samples.OneOfEach(300, 150))));
    }

    [Fact]
    public void The_first_frame_paints_everything()
    {
        using var painter = NewPainter();
        Assert.Equal([new SKRectI(0, 0, 640, 360)], painter.Paint(Samples.FrameOf()));
    }

    [Fact]
    public void A_moving_disc_repaints_only_near_itself()
    {
        using var painter = NewPainter();
        painter.Paint(Samples.FrameOf(new Disc(new(100, 100), 10, SKColors.White)));
        var changes = painter.Paint(Samples.FrameOf(new Disc(new(104, 100), 10, SKColors.White)));
        Assert.All(changes, c => Assert.True(c.Left >= 64 && c.Right <= 128 && c.Top >= 64 && c.Bottom <= 128));
    }

    static Disc DiscAt(float x) => new(new(x, 100), 10, SKColors.White);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_item_that_comes_between_others_or_goes_repaints_only_near_itself(bool comes)
    {
        DrawItem[] few = [DiscAt(20), DiscAt(220), DiscAt(420), DiscAt(620)], more = [.. few[..2], DiscAt(320), .. few[2..]];
        using var painter = NewPainter();
        painter.Paint(Samples.FrameOf(comes ? few : more));
        var change = Assert.Single(painter.Paint(Samples.FrameOf(comes ? more : few)));
        Assert.True(change.Left >= 288 && change.Right <= 352, change.ToString());
    }

    [Fact]
    public void Items_that_change_places_repaint_where_they_are()
    {
        var (under, over) = (DiscAt(220), new Disc(new(225, 100), 10, SKColors.Red));
        using var painter = NewPainter();
        painter.Paint(Samples.FrameOf(DiscAt(20), under, over, DiscAt(620)));
        var changes = painter.Paint(Samples.FrameOf(DiscAt(20), over, under, DiscAt(620)));
        Assert.NotEmpty(changes);
        Assert.All(changes, change => Assert.True(change.Left >= 192 && change.Right <= 256, change.ToString()));
    }

    [Fact]
    public void An_item_that_is_there_twice_is_left_alone_while_it_stays()
    {
        using var painter = NewPainter();
        painter.Paint(Samples.FrameOf(DiscAt(20), DiscAt(220), DiscAt(20), DiscAt(420)));
        var change = Assert.Single(painter.Paint(Samples.FrameOf(DiscAt(20), DiscAt(220), DiscAt(20), DiscAt(440))));
        Assert.True(change.Left >= 384, change.ToString());
        Assert.NotEmpty(painter.Paint(Samples.FrameOf(DiscAt(20), DiscAt(220), DiscAt(440))));
    }

    [Fact]
    public void A_line_across_the_picture_repaints_only_along_itself()
    {
        using var painter = NewPainter(1920, 1080);
        painter.Paint(Samples.FrameOf(new Line(new(10, 10), new(630, 350), 4, SKColors.White)));
        var changes = painter.Paint(Samples.FrameOf(new Line(new(10, 10), new(630, 350), 4, SKColors.Red)));
        Assert.True(changes.Sum(c => c.Width * c.Height) < 0.25 * 1920 * 1080);
    }

    [Theory]
    [InlineData(10, 10, 600, 300)]
    [InlineData(600, 10, 10, 300)]
    [InlineData(50, 90, 400, 90)]
    [InlineData(90, 20, 90, 340)]
    [InlineData(60, 60, 60, 60)]
    public void A_capsule_reaches_every_point_within_its_radius(float x0, float y0, float x1, float y1)
    {
        var capsule = new Capsule(new(x0, y0), new(x1, y1), 9);
        for (var i = 0; i <= 100; i++)
            for (var angle = 0; angle < 360; angle += 15)
            {
                var (sin, cos) = MathF.SinCos(angle * MathF.PI / 180);
                var p = new SKPoint(x0 + (x1 - x0) * i / 100 + 9 * cos, y0 + (y1 - y0) * i / 100 + 9 * sin);
                foreach (var height in new[] { 0f, 0.5f, 32 })
                {
                    var (left, right) = capsule.Between(p.Y - height, p.Y + height / 3);
                    Assert.InRange(p.X, left - 0.01f, right + 0.01f);
                }
            }
    }

    [Fact]
    public void Rectangles_to_repaint_are_even_inside_the_picture_and_apart()
    {
        using var painter = NewPainter(322, 182);
        var random = new Random(3);
        for (var n = 0; n < 40; n++)
        {
            var changes = painter.Paint(Samples.FrameOf(Samples.OneOfEach(random.NextSingle() * 640, random.NextSingle() * 360))).ToList();
            Assert.All(
                changes,
                c =>
                    Assert.True((c.Left | c.Top | c.Right | c.Bottom) % 2 == 0 && c.Left >= 0 && c.Top >= 0 && c.Right <= 322
                        && c.Bottom <= 182));
            Assert.Equal(changes.Sum(c => c.Width * c.Height), changes.SelectMany(PixelsOf).Distinct().Count());
        }

        static IEnumerable<(int, int)> PixelsOf(SKRectI r) =>
            from y in Enumerable.Range(r.Top, r.Height) from x in Enumerable.Range(r.Left, r.Width) select (x, y);
    }

    [Theory, MemberData(nameof(FrameTests.EveryKind), MemberType = typeof(FrameTests))]
    public void No_item_touches_a_pixel_outside_its_bounds(int kind)
    {
        var item = Samples.OneOfEach(320.3f, 180.7f)[kind];
        using var painter = NewPainter();
        painter.Paint(Samples.FrameOf());
        var empty = painter.Pixels.ToArray();
        // A second item far away keeps the painter honest: everything is painted, not only the tiles near the item.
        painter.Paint(Samples.FrameOf(new Panel(new(-10, -10, 650, 370), 0, SKColors.Black.WithAlpha(0), SKColors.Transparent), item));
        var bounds = item.Bounds(fonts);
        bounds.Inflate(1, 1);
        var pixels = painter.Pixels;
        for (var y = 0; y < 360; y++)
            for (var x = 0; x < 640; x++)
                if (!bounds.Contains(x + 0.5f, y + 0.5f))
                    Assert.True(
                        pixels.Slice((y * 640 + x) * 4, 4).SequenceEqual(empty.AsSpan((y * 640 + x) * 4, 4)),
                        $"{item.GetType().Name} at {x}, {y}");
    }

    [Fact]
    public void Light_adds_up_to_more_than_its_parts()
    {
        using var painter = NewPainter();
        var one = new Glow(new(300, 180), 60, Palette.Dark.Forward.Faded(0.3), Palette.Dark.Forward, GlowBlend.Add);
        painter.Paint(Samples.FrameOf(one));
        var single = painter.Pixels[(180 * 640 + 300) * 4];
        painter.Paint(Samples.FrameOf(one, one with { }));
        Assert.True(painter.Pixels[(180 * 640 + 300) * 4] > single + 20);
    }

    [Fact]
    public void The_picture_is_opaque_everywhere()
    {
        using var painter = NewPainter();
        painter.Paint(Samples.FrameOf(Samples.OneOfEach(300, 180)));
        for (var i = 3; i < painter.Pixels.Length; i += 4) Assert.Equal(255, painter.Pixels[i]);
    }
}
