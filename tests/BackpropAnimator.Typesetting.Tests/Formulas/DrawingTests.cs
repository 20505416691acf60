using SkiaSharp;

namespace BackpropAnimator.Typesetting.Tests;

[Collection(nameof(ShelfTests))]
public sealed class DrawingTests(Shelf shelf)
{
    const int Width = 500, Height = 200;
    static readonly SKPoint Baseline = new(40, 110);
    static readonly FormulaStyle Black = new(SKColors.Black);

    FormulaLayout Layout(string source) => shelf.Fonts.Lay(source, 60);

    static SKBitmap Picture(Action<SKCanvas> draw)
    {
        var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        draw(canvas);
        return bitmap;
    }

    static IEnumerable<(int X, int Y, SKColor Color)> Inked(SKBitmap picture) =>
        from y in Enumerable.Range(0, Height)
        from x in Enumerable.Range(0, Width)
        let color = picture.GetPixel(x, y)
        where color.Red < 240 || color.Green < 240 || color.Blue < 240
        select (x, y, color);

    static SKRect BoundsOf(IEnumerable<(int X, int Y, SKColor Color)> pixels)
    {
        var all = pixels.ToArray();
        return all.Length == 0 ? SKRect.Empty : new(all.Min(p => p.X), all.Min(p => p.Y), all.Max(p => p.X) + 1, all.Max(p => p.Y) + 1);
    }

    static bool IsReddish(SKColor color) => color.Red > color.Green + 40;

    static SKRect OnPage(SKRect bounds)
    {
        bounds.Offset(Baseline);
        return bounds;
    }

    static void AssertNear(SKRect expected, SKRect actual, float tolerance)
    {
        Assert.Equal(expected.Left, actual.Left, tolerance);
        Assert.Equal(expected.Top, actual.Top, tolerance);
        Assert.Equal(expected.Right, actual.Right, tolerance);
        Assert.Equal(expected.Bottom, actual.Bottom, tolerance);
    }

    [Theory]
    [InlineData(@"\part{p}{x} + y")]
    [InlineData(@"\frac{\part{p}{\partial L}}{y}")]
    [InlineData(@"\sqrt{\part{p}{a}b}")]
    [InlineData(@"x^{\part{p}{2}}")]
    [InlineData(@"a + \part{p}{\sqrt{bc}}")]
    [InlineData(@"a\part{p}{\left(\begin{matrix}a\\b\end{matrix}\right)}")]
    public void A_part_takes_the_colour_that_its_name_is_given_and_nothing_else_does(string source)
    {
        var layout = Layout(source);
        using var picture = Picture(canvas => layout.Draw(canvas, Baseline, Black.With("p", new PartStyle(SKColors.Red))));
        AssertNear(OnPage(layout.PartBounds("p")), BoundsOf(Inked(picture).Where(pixel => IsReddish(pixel.Color))), 1.6f);
    }

    [Fact]
    public void An_opacity_of_zero_hides_a_part_and_keeps_its_place()
    {
        var layout = Layout(@"\part{p}{W}xW");
        using var picture = Picture(canvas => layout.Draw(canvas, Baseline, Black.With("p", new PartStyle(Opacity: 0))));
        Assert.DoesNotContain(Inked(picture), pixel => OnPage(layout.PartBounds("p")).Contains(pixel.X, pixel.Y));
        Assert.Contains(Inked(picture), pixel => pixel.X > OnPage(layout.PartBounds("p")).Right + 20);
    }

    [Fact]
    public void Opacities_multiply_from_part_to_part()
    {
        var layout = Layout(@"\part{outer}{\part{inner}{W}}");
        byte Darkest(FormulaStyle style)
        {
            using var picture = Picture(canvas => layout.Draw(canvas, Baseline, style));
            return (byte)(255 - Inked(picture).Select(pixel => pixel.Color.Green).DefaultIfEmpty((byte)255).Min());
        }
        Assert.Equal(255, Darkest(Black), 4f);
        var half = Black.With("outer", new PartStyle(Opacity: 0.5f));
        Assert.Equal(128, Darkest(half), 6f);
        Assert.Equal(64, Darkest(half.With("inner", new PartStyle(Opacity: 0.5f))), 6f);
        Assert.Equal(32, Darkest((half with { Opacity = 0.5f }).With("inner", new PartStyle(Opacity: 0.5f))), 6f);
    }

    [Fact]
    public void A_pulse_grows_about_the_parts_centre_and_moves_nothing_else()
    {
        var layout = Layout(@"\part{p}{W} x");
        var style = Black.With("p", new PartStyle(SKColors.Red, Scale: 1.5f));
        using var picture = Picture(canvas => layout.Draw(canvas, Baseline, style));
        var (rest, grown) = (OnPage(layout.PartBounds("p")), BoundsOf(Inked(picture).Where(pixel => IsReddish(pixel.Color))));
        Assert.Equal(rest.MidX, grown.MidX, 1.2f);
        Assert.Equal(rest.MidY, grown.MidY, 1.2f);
        Assert.Equal(rest.Width * 1.5f, grown.Width, 2.5f);
    }

    [Fact]
    public void Colours_are_inherited_and_the_innermost_wins()
    {
        var layout = Layout(@"\part{outer}{\part{inner}{W} \color{forward}{W}}");
        using var picture = Picture(canvas => layout.Draw(canvas, Baseline, Black.With("outer", new PartStyle(SKColors.Red))));
        Assert.Contains(Inked(picture), pixel => IsReddish(pixel.Color) && OnPage(layout.PartBounds("inner")).Contains(pixel.X, pixel.Y));
        Assert.Contains(Inked(picture), pixel => pixel.Color == new SKColor(0x00, 0xE5, 0xFF));
    }

    [Fact]
    public void A_box_lies_behind_its_part_and_an_underline_below()
    {
        var layout = Layout(@"a\part{p}{W}b");
        var style = Black.With("p", new PartStyle(Box: new SKColor(255, 200, 200), Underline: SKColors.Red));
        using var picture = Picture(canvas => layout.Draw(canvas, Baseline, style));
        var part = OnPage(layout.PartBounds("p"));
        Assert.Equal(new SKColor(255, 200, 200), picture.GetPixel((int)part.MidX, (int)part.Top - 5));
        Assert.Equal(SKColors.Red, picture.GetPixel((int)part.MidX, (int)(part.Bottom + 0.17f * 60)));
        Assert.Contains(Inked(picture), pixel => pixel.Color == SKColors.Black && part.Contains(pixel.X, pixel.Y));
    }

    [Fact]
    public void A_stroke_across_a_part_grows_from_the_lower_left()
    {
        var layout = Layout(@"\part{p}{WWW}");
        using var plain = Picture(canvas => layout.Draw(canvas, Baseline, Black));
        var letters = Inked(plain).Select(pixel => (pixel.X, pixel.Y)).ToHashSet();
        int Strokes(float strike, Func<SKPoint, bool> where)
        {
            using var picture = Picture(canvas => layout.Draw(canvas, Baseline, Black.With("p", new PartStyle(Strike: strike))));
            return Inked(picture).Count(pixel => !letters.Contains((pixel.X, pixel.Y)) && where(new(pixel.X, pixel.Y)));
        }
        var middle = OnPage(layout.PartBounds("p")).MidX;
        Assert.Equal(0, Strokes(0, _ => true));
        Assert.True(Strokes(0.5f, point => point.X < middle) > 20);
        Assert.InRange(Strokes(0.5f, point => point.X > middle + 4), 0, 2);
        Assert.True(Strokes(1, point => point.X > middle) > 20);
    }

    [Fact]
    public void A_stroke_of_less_than_a_pixel_is_the_same_through_any_clip_of_the_same_bounds()
    {
        const int Width = 200, Height = 40, Tile = 16;
        var layout = shelf.Fonts.Lay(@"\part{p}{WWWWWWWWWWW}", 14);
        var style = Black.With("p", new PartStyle(Strike: 0.93f));
        var whole = Shelf.Darkness(Width, Height, canvas => layout.Draw(canvas, new(10.3f, 25.6f), style));
        Assert.Contains(whole.Cast<byte>(), dark => dark > 60);
        for (var left = 0; left < Width; left += Tile)
        {
            var clipped = Shelf.Darkness(Width, Height, canvas =>
            {
                // The picture's corners keep the clip's bounds as they are, as the painting of frames does.
                using var region = new SKRegion(new SKRectI(left, 0, left + Tile, Height));
                region.Op(new SKRectI(0, 0, 1, 1), SKRegionOperation.Union);
                region.Op(new SKRectI(Width - 1, Height - 1, Width, Height), SKRegionOperation.Union);
                canvas.ClipRegion(region);
                layout.Draw(canvas, new(10.3f, 25.6f), style);
            });
            for (var y = 0; y < Height; y++)
                for (var x = left; x < Math.Min(left + Tile, Width); x++) Assert.Equal(whole[y, x], clipped[y, x]);
        }
    }

    public static TheoryData<string> SpecimenLines => [.. FormulaSpecimen.Lines];

    [Theory]
    [MemberData(nameof(SpecimenLines))]
    public void Everything_drawn_lies_inside_the_bounds_and_reaches_them(string source)
    {
        var layout = shelf.Fonts.Lay(source, 18);
        var style = Black with { Opacity = 0.9f };
        foreach (var term in layout.Terms.Take(2))
            style = style.With(term, new PartStyle(Scale: 1.2f, Box: new SKColor(211, 211, 211), Underline: SKColors.Black, Strike: 1));
        var promised = layout.BoundsAt(Baseline, style);
        var (width, height) = ((int)promised.Right + 40, (int)promised.Bottom + 40);
        var darkness = Shelf.Darkness(width, height, canvas => layout.Draw(canvas, Baseline, style));
        var drawn = SKRect.Empty;
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                if (darkness[y, x] > 3) drawn = Ink.Union(drawn, SKRect.Create(x, y, 1, 1));
        AssertNear(promised, drawn, 2.1f);
    }

    [Fact]
    public void A_part_alone_can_be_drawn_anywhere_at_any_size()
    {
        var layout = Layout(@"a + \frac{\part{p}{\part{q}{W}x}}{b}");
        var centre = new SKPoint(300, 60);
        using var picture = Picture(canvas => layout.DrawPart(canvas, "p", centre, 0.5f, Black));
        var drawn = BoundsOf(Inked(picture));
        Assert.Equal(centre.X, drawn.MidX, 1.2f);
        Assert.Equal(centre.Y, drawn.MidY, 1.2f);
        Assert.Equal(layout.PartBounds("p").Width / 2, drawn.Width, 2f);
        AssertNear(drawn, layout.PartBoundsAt("p", centre, 0.5f, Black), 1.5f);
    }

    [Fact]
    public void A_part_drawn_at_its_own_place_is_where_the_formula_has_it()
    {
        var layout = Layout(@"a + \part{p}{W}");
        var place = OnPage(layout.PartBounds("p"));
        using var alone = Picture(canvas => layout.DrawPart(canvas, "p", new(place.MidX, place.MidY), 1, Black));
        AssertNear(place, BoundsOf(Inked(alone)), 1.5f);
    }

    [Fact]
    public void Styles_are_equal_by_value_whatever_the_order_of_their_parts()
    {
        var red = new PartStyle(SKColors.Red);
        var one = Black.With("a", red).With("b", new PartStyle(Scale: 1.1f));
        var other = new FormulaStyle(SKColors.Black).With("b", new PartStyle(Scale: 1.1f)).With("a", new PartStyle(SKColors.Red));
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, one.With("a", red with { Opacity = 0.9f }));
        Assert.NotEqual(one, Black.With("a", red));
    }

    [Fact]
    public void Layouts_are_equal_when_source_and_size_are_and_are_remembered()
    {
        using var other = FontShelf.Open();
        Assert.Equal(Layout("x"), other.Lay("x", 60));
        Assert.NotEqual(Layout("x"), other.Lay("x", 61));
        Assert.Same(Layout("x + y"), Layout("x + y"));
    }
}
