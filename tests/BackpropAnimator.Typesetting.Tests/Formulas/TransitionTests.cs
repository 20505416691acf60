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
        var before = 0f;
        foreach (var progress in new[] { 0.4f, 0.5f, 0.6f })
        {
            var ink = InkOf(Frame(transition, progress));
            var share = (ink.MidX - Start.X - first.MidX) / (End.X + last.MidX - Start.X - first.MidX);
            Assert.InRange(share, before + 0.1f, 0.95f);
            before = share;
            float Between(float a, float b) => a + (b - a) * share;
            Assert.Equal(Between(first.Width, last.Width), ink.Width, 2f);
            Assert.Equal(Between(Start.Y + first.Bottom, End.Y + last.Bottom), ink.Bottom, 2f);
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

    [Theory]
    [InlineData(@"\part{w}{w} \cdot \part{x}{x}", @"\part{w}{0.731} \cdot \part{x}{0.4}")]
    [InlineData("W", "M")]
    [InlineData(@"\part{d}{\delta} = \frac{\partial L}{\partial z}", @"\part{d}{\delta} = \part{e}{(a - y)} \cdot \part{s}{\sigma'(z)}")]
    public void The_old_formula_has_lifted_away_before_the_new_one_is_written(string old, string next)
    {
        var (from, to) = (Lay(old), Lay(next));
        var transition = FormulaTransition.Between(from, to);
        var staying = PartMatching.Between(from.Ink, to.Ink).Where(move => move.IsSame).SelectMany(move => move.FromOwners).ToHashSet();
        var stays = from.Ink.Glyphs.Count(glyph => staying.Contains(glyph.Owner));
        for (var progress = 0.01f; progress < 1; progress += 0.01f)
        {
            var (leaving, written) = transition.InkAt(Start, Start, progress, Black);
            if (written.Any(piece => piece.Opacity > 0.1f))
                Assert.True(leaving.Count(piece => piece.Opacity > 0.1f) <= stays, $"{progress}");
        }
        var (early, none) = transition.InkAt(Start, Start, 0.2f, Black);
        Assert.Empty(none);
        Assert.True(early.Min(piece => piece.Box.Top) < from.BoundsAt(Start, Black).Top - 3);
        Assert.Contains(early, piece => piece.Opacity is > 0.2f and < 0.8f);
    }

    [Fact]
    public void A_new_formula_is_written_from_left_to_right()
    {
        var written = FormulaTransition.Between(Lay("W"), Lay(@"\part{a}{a} + \part{b}{b} + \part{c}{c}")).InkAt(Start, Start, 0.7f, Black)
            .New.OrderBy(piece => piece.Box.Left).Select(piece => piece.Opacity).ToList();
        Assert.Equal(written.OrderDescending(), written);
        Assert.True(written[0] > written[^1] + 0.3f);
    }

    [Fact]
    public void What_is_struck_out_stays_and_its_stroke_is_drawn_across_it()
    {
        var transition = FormulaTransition.Between(Lay(@"\part{s}{abc}"), Lay(@"\part{s}{\cancel{abc}}"));
        var (before, half, after) = (Covered(0.5f), Covered(0.82f), Covered(1));
        Assert.InRange(half, before + (after - before) * 0.2, before + (after - before) * 0.8);
        Assert.Equal(255, Frame(transition, 0.5f).Cast<byte>().Max(), 3f);

        double Covered(float progress) => Shelf.Darkness(
            Width, Height, canvas => transition.Draw(canvas, Start, Start, progress, Black)).Cast<byte>().Sum(it => (double)it);
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
