using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

public class PlotTests
{
    static readonly Plot plot = new(new(100, 100, 900, 600), 10, 0.5, Palette.Dark);

    [Fact]
    public void A_curve_ends_at_its_last_value()
    {
        var frame = new FrameBuilder(new(1920, 1080), Backdrop.Of(Palette.Dark));
        double[] ys = [0.5, 0.4, 0.1];
        Assert.Equal(plot.At(2, 0.1), plot.DrawCurve(frame, ys, drawn: 1, Palette.Dark.Error, 1));
    }

    [Fact]
    public void A_curve_that_is_half_drawn_ends_between_its_values()
    {
        var frame = new FrameBuilder(new(1920, 1080), Backdrop.Of(Palette.Dark));
        var end = plot.DrawCurve(frame, [0.5, 0.3], drawn: 0.5, Palette.Dark.Error, 1);
        Assert.Equal(plot.At(0.5, 0.4).Y, end.Y, 3);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(381)]
    [InlineData(100_001)]
    public void A_long_curve_has_a_bounded_number_of_points_and_reaches_its_end(int count)
    {
        var ys = Enumerable.Range(0, count).Select(i => 0.5 / (1 + i)).ToArray();
        var plot = new Plot(new(100, 100, 900, 600), count - 1, 0.5, Palette.Dark);
        var pieces = Pieces(plot, ys, 1);
        Assert.InRange(pieces.Sum(p => p.Points.Span.Length), Math.Min(count, 40), 1600);
        Assert.Equal(plot.At(count - 1, ys[^1]), pieces[^1].Points.Span[^1]);
        for (var i = 1; i < pieces.Count; i++) Assert.Equal(pieces[i - 1].Points.Span[^1], pieces[i].Points.Span[0]);
    }

    [Fact]
    public void What_has_been_drawn_of_a_curve_stays_as_it_is_while_the_rest_is_drawn()
    {
        var ys = Enumerable.Range(0, 400).Select(i => Math.Exp(-i / 90.0) / 2).ToArray();
        var plot = new Plot(new(100, 100, 900, 600), 399, 0.5, Palette.Dark);
        var (earlier, later) = (Pieces(plot, ys, 0.5), Pieces(plot, ys, 0.6));
        Assert.Equal(earlier.SkipLast(1), later.Take(earlier.Count - 1));
    }

    [Theory]
    [InlineData(41)]
    [InlineData(60)]
    [InlineData(597)]
    public void The_horizontal_axis_ends_where_its_curves_do(double end)
    {
        var plot = new Plot(new(100, 100, 900, 600), end, 0.5, Palette.Dark);
        Assert.Equal(plot.Inner.Right, plot.At(end, 0).X, 0.01f);
        var frame = new FrameBuilder(new(1920, 1080), Backdrop.Of(Palette.Dark));
        plot.DrawAxes(frame, "", "steps", 1);
        var ticks =
            frame.ToFrame().Items.OfType<TextLine>().Where(t => t.Align == SKTextAlign.Center && double.TryParse(t.Text, out _)).ToList();
        Assert.All(ticks, tick => Assert.True(tick.Position.X <= plot.Inner.Right + 0.01f, tick.Text));
        Assert.InRange(ticks.Count, 3, 7);
    }

    [Fact]
    public void On_a_logarithmic_scale_every_power_of_ten_is_as_far_from_the_last()
    {
        var plot = new Plot(new(100, 100, 900, 600), LinearScale.Around(0, 10, 5), new LogScale(-3, 0), Palette.Dark);
        var ys = new[] { 1, 0.1, 0.01, 0.001 }.Select(loss => plot.At(0, loss).Y).ToList();
        Assert.All(ys.Zip(ys.Skip(1), (a, b) => b - a), step => Assert.Equal(plot.Inner.Height / 3, step, 2));
    }

    [Fact]
    public void A_legend_names_its_curves_one_below_the_other()
    {
        var frame = new FrameBuilder(new(1920, 1080), Backdrop.Of(Palette.Dark));
        plot.DrawLegend(frame, [("ReLU", Palette.Dark.Error, 1), ("leaky ReLU", Palette.Dark.Forward, 1), ("gone", Palette.Dark.Text, 0)]);
        var names = frame.ToFrame().Items.OfType<TextLine>().ToList();
        Assert.Equal(["ReLU", "leaky ReLU"], names.Select(n => n.Text));
        Assert.True(names[1].Position.Y - names[0].Position.Y > names[0].Size);
    }

    static List<Polyline> Pieces(Plot plot, double[] ys, double drawn)
    {
        var frame = new FrameBuilder(new(1920, 1080), Backdrop.Of(Palette.Dark));
        plot.DrawCurve(frame, ys, drawn, SKColors.White, 1);
        return [.. frame.ToFrame().Items.OfType<Polyline>()];
    }
}
