using SkiaSharp;

namespace BackpropAnimator.Typesetting.Tests;

[Collection(nameof(ShelfTests))]
public sealed class TransitionTests(Shelf shelf)
{
    const int Width = 700, Height = 280;
    static readonly SKPoint Start = new(30, 80), End = new(80, 190);
    static readonly FormulaStyle Black = new(SKColors.Black);

    FormulaLayout Lay(string source) => shelf.Fonts.Lay(source, 50);

    static byte[,] Frame(FormulaTransition transition, float progress, FormulaStyle? style = null) =>
        Shelf.Darkness(Width, Height, canvas => transition.Draw(canvas, Start, End, progress, style ?? Black));

    static byte[,] Frame(FormulaLayout layout, SKPoint at) => Shelf.Darkness(Width, Height, canvas => layout.Draw(canvas, at, Black));

    static SKRect InkOf(byte[,] darkness, int threshold = 12)
    {
        var ink = SKRect.Empty;
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
                if (darkness[y, x] > threshold) ink = Ink.Union(ink, SKRect.Create(x, y, 1, 1));
        return ink;
    }

    [Fact]
    public void It_starts_with_the_one_formula_and_ends_with_the_other()
    {
        var (from, to) = (Lay(@"\part{w}{w} \cdot x"), Lay(@"\part{w}{0.731} \cdot 2"));
        var transition = FormulaTransition.Between(from, to);
        Assert.Equal(Frame(from, Start), Frame(transition, 0));
        Assert.Equal(Frame(to, End), Frame(transition, 1));
    }

    [Fact]
    public void A_part_that_both_have_glides_in_a_straight_line_and_grows_on_the_way()
    {
        // Alone in both formulas: what is drawn is the part. A quarter script, then full size.
        var (from, to) = (Lay(@"\phantom{x}^{\part{p}{=}}"), Lay(@"\phantom{xxx}\part{p}{=}"));
        var transition = FormulaTransition.Between(from, to);
        var (first, last) = (from.PartBounds("p"), to.PartBounds("p"));
        foreach (var progress in new[] { 0.25f, 0.5f, 0.75f })
        {
            var ink = InkOf(Frame(transition, progress));
            float Between(float a, float b) => a + (b - a) * progress;
            Assert.Equal(Between(Start.X + first.MidX, End.X + last.MidX), ink.MidX, 1.5f);
            Assert.Equal(Between(first.Width, last.Width), ink.Width, 2f);
            Assert.Equal(Between(Start.Y + first.Bottom, End.Y + last.Bottom), ink.Bottom, 1.6f);
        }
    }

    [Fact]
    public void The_same_glyphs_travel_at_full_strength_and_are_drawn_once()
    {
        var transition = FormulaTransition.Between(Lay(@"\part{p}{W}"), Lay(@"\part{p}{W}"));
        foreach (var progress in new[] { 0.1f, 0.5f, 0.9f }) Assert.Equal(255, Frame(transition, progress).Cast<byte>().Max(), 3f);
        var half = Frame(transition, 0.5f, new FormulaStyle(SKColors.Black, Opacity: 0.5f)).Cast<byte>().Max();
        Assert.Equal(128, half, 5f);
    }

    [Fact]
    public void A_number_lands_in_its_symbols_place()
    {
        var (from, to) = (Lay(@"\part{w}{w} \cdot \part{x}{x}"), Lay(@"\part{w}{0.731} \cdot \part{x}{0.4}"));
        var transition = FormulaTransition.Between(from, to);
        // Just before the end the picture is that of the second formula to within a pixel.
        var (late, end) = (InkOf(Frame(transition, 0.999f)), InkOf(Frame(to, End)));
        Assert.Equal(end.Left, late.Left, 1.1f);
        Assert.Equal(end.Right, late.Right, 1.1f);
        Assert.Equal(end.Bottom, late.Bottom, 1.1f);
    }

    [Fact]
    public void A_symbol_is_gone_before_its_number_is_all_there_and_both_share_one_baseline()
    {
        var (from, to) = (Lay(@"\part{w}{w}"), Lay(@"\part{w}{0.731}"));
        var transition = FormulaTransition.Between(from, to);
        var middle = Frame(transition, 0.5f).Cast<byte>().Max();
        Assert.InRange(middle, 60, 200);
        var ink = InkOf(Frame(transition, 0.9f));
        Assert.Equal((Start.X + from.PartBounds("w").MidX) * 0.1f + (End.X + to.PartBounds("w").MidX) * 0.9f, ink.MidX, 1.5f);
    }

    [Fact]
    public void What_has_no_partner_fades_out_in_the_first_half_and_in_during_the_second()
    {
        var transition = FormulaTransition.Between(Lay("W"), Lay("M"));
        Assert.Equal(128, Frame(transition, 0.25f).Cast<byte>().Max(), 8f);
        Assert.Equal(0, Frame(transition, 0.5f).Cast<byte>().Max());
        Assert.Equal(128, Frame(transition, 0.75f).Cast<byte>().Max(), 8f);
        Assert.True(InkOf(Frame(transition, 0.25f)).Bottom < 130);
        Assert.True(InkOf(Frame(transition, 0.75f)).Top > 130);
    }

    [Fact]
    public void Ink_goes_with_the_innermost_part_that_both_formulas_have()
    {
        // In the second formula "a" stands alone; the rest of "sum" has no partner and fades.
        var (from, to) = (Lay(@"\part{sum}{\part{a}{W} + b}"), Lay(@"\part{a}{W}"));
        var transition = FormulaTransition.Between(from, to);
        var ink = InkOf(Frame(transition, 0.6f));
        Assert.Equal(from.PartBounds("a").Width, ink.Width, 2f);
    }

    [Fact]
    public void A_name_used_twice_pairs_first_with_first_and_second_with_second()
    {
        var from = Lay(@"\part{w}{w} \leftarrow \part{w}{w} - 1");
        var to = Lay(@"\part{w}{w} = \part{w}{w}");
        var moves = PartMatching.Between(from.Ink, to.Ink);
        Assert.Equal(2, moves.Length);
        Assert.True(moves[0].From.Point.X < moves[1].From.Point.X);
        Assert.True(moves[0].To.Point.X < moves[1].To.Point.X);
        Assert.All(moves, move => Assert.True(move.IsSame));
    }

    [Fact]
    public void Unnamed_signs_between_the_same_parts_go_with_them()
    {
        var from = Lay(@"\part{g}{g} = \part{e}{e} \cdot \part{s}{s}");
        var to = Lay(@"\part{g}{-0.06} = \part{e}{0.73} \cdot \part{s}{0.2} \cdot 3");
        var moves = PartMatching.Between(from.Ink, to.Ink);
        // Three parts, "=" and one "·"; the second "·" and the 3 are new.
        Assert.Equal(5, moves.Length);
        Assert.Equal(2, moves.Count(move => move.IsSame));
        Assert.Equal(to.Find("#1")!.Centre.X, moves[^1].To.Point.X, 0.01f);
    }

    [Fact]
    public void Signs_that_would_have_to_cross_are_not_paired()
    {
        var moves = PartMatching.Between(Lay(@"a + \part{p}{p}").Ink, Lay(@"\part{p}{p} + a").Ink);
        Assert.Single(moves);
    }

    [Fact]
    public void A_formula_that_becomes_itself_only_moves() =>
        Assert.All(PartMatching.Between(Lay(@"\sqrt{a} + b").Ink, Lay(@"\sqrt{a} + b").Ink), move => Assert.True(move.IsSame));

    [Theory]
    [InlineData(0f)]
    [InlineData(0.3f)]
    [InlineData(0.5f)]
    [InlineData(0.8f)]
    [InlineData(1f)]
    public void The_bounds_hold_everything_that_is_drawn(float progress)
    {
        var transition = FormulaTransition.Between(
            Lay(@"\frac{\part{L}{\partial L}}{\part{w}{\partial w}} = \part{e}{\delta}^2"),
            Lay(@"\part{e}{0.25} \cdot \part{w}{\sqrt{w}} + \part{L}{L}"));
        var style = Black.With("e", new PartStyle(SKColors.Red, Scale: 1.3f, Box: new SKColor(211, 211, 211)));
        var promised = SKRect.Inflate(transition.BoundsAt(Start, End, progress, style), 1.5f, 1.5f);
        var drawn = InkOf(Frame(transition, progress, style));
        Assert.True(promised.Contains(drawn), $"{drawn} outside {promised}");
        Assert.True(promised.Width < drawn.Width + 12 && promised.Height < drawn.Height + 12);
    }
}
