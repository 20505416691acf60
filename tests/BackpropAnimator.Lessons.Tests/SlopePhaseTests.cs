using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>An activation's curve, its slope beside it, and an error that is sent through a slope.</summary>
public class SlopePhaseTests
{
    static readonly SKRect left = new(0, 0, 960, 770), right = new(960, 0, 1920, 770);

    static string Scene(string options, string network = "layers: [1, 1], weights: [[[4.59512]]]") => $$"""
        network: { {{network}} }
        example: { input: [1], target: [0] }
        phases: [{ slope: { duration: 20s{{(options.Length > 0 ? ", " + options : "")}} } }]
        """;

    static readonly Lesson sigmoid = Lessons.Make(Scene("values: [0.5, 0.8, 0.99, 0.01]"));

    static Frame LastOf(Lesson lesson) => lesson.FrameAt(lesson.FrameCount - 1);

    static List<SKPoint> MarkersIn(Frame frame, SKRect part) =>
        [.. frame.Items.OfType<Disc>().Where(d => d.Role == RoleOf.Marker && d.Color.Alpha > 200 && part.Contains(d.Centre))
            .Select(d => d.Centre)];

    [Fact]
    public void Markers_sit_at_a_and_a_times_1_minus_a()
    {
        var frame = LastOf(sigmoid);
        var (plot, markers) = (new PlotOnScreen(frame, right), MarkersIn(frame, right));

        double[] values = [0.50, 0.80, 0.99, 0.01];
        Assert.Equal(values.Length, markers.Count);
        foreach (var (a, marker) in values.Zip(markers.Select(plot.ValueAt)))
        {
            Assert.Equal(a, marker.X, 1e-3);
            Assert.Equal(a * (1 - a), marker.Y, 1e-4);
        }
    }

    [Fact]
    public void Markers_sit_on_the_curve_too()
    {
        var frame = LastOf(sigmoid);
        var plot = new PlotOnScreen(frame, left);
        Assert.All(MarkersIn(frame, left).Select(plot.ValueAt), at => Assert.Equal(1 / (1 + Math.Exp(-at.X)), at.Y, 2e-3));
    }

    [Fact]
    public void Each_marker_says_what_it_is()
    {
        var words = LastOf(sigmoid).Items.OfType<TextLine>().Select(t => t.Text).Where(t => t.Contains('→', StringComparison.Ordinal));
        Assert.Equal(["0.50 → 0.25", "0.80 → 0.16", "0.99 → 0.0099", "0.01 → 0.0099"], words);
    }

    [Fact]
    public void Only_the_flat_ends_wear_a_lock()
    {
        var frame = LastOf(sigmoid);
        var (locks, plot) = (frame.Items.OfType<Padlock>().ToList(), new PlotOnScreen(frame, left));

        Assert.Equal(2, locks.Count);
        Assert.Equal([Math.Log(99), -Math.Log(99)], locks.Select(l => plot.ValueAt(l.Centre).X), (a, b) => Math.Abs(a - b) < 0.02);
    }

    [Fact]
    public void The_tangent_has_the_slope_that_is_written()
    {
        // Where the point rests on its second visit, the tangent is the only thick line of its colour.
        var seen = 0;
        for (var n = 0; n < sigmoid.FrameCount; n += 10)
        {
            var frame = sigmoid.FrameAt(n);
            if (frame.Items.OfType<Line>().SingleOrDefault(l => l.Role == RoleOf.Tangent && l.Color.Alpha > 200) is not { } tangent)
                continue;
            var plot = new PlotOnScreen(frame, left);
            var (from, to) = (plot.ValueAt(tangent.From), plot.ValueAt(tangent.To));
            var point = plot.ValueAt(frame.Items.OfType<Disc>().First(d => d.Role == RoleOf.MovingPoint).Centre);
            Assert.Equal(point.Y * (1 - point.Y), (to.Y - from.Y) / (to.X - from.X), 2e-3);
            seen++;
        }
        Assert.True(seen > 50, $"{seen} frames");
    }

    [Theory]
    [InlineData("tanh", "0.6", 0.6, 0.64)]
    [InlineData("tanh", "-0.99", -0.99, 0.0199)]
    [InlineData("relu", "2", 2, 1)]
    // Rectifiers are plotted over z.
    [InlineData("relu", "0", -2, 0)]
    [InlineData("leaky_relu", "-0.02", -2, 0.01)]
    [InlineData("elu", "-0.5", -0.5, 0.5)]
    [InlineData("softplus", "0.7", 0.7, 0.50341)]
    public void Other_curves_have_their_own_slopes(string activation, string value, double across, double slope)
    {
        var frame = LastOf(Lessons.Make(Scene($"activation: {activation}, values: [{value}]")));

        var marker = new PlotOnScreen(frame, right).ValueAt(Assert.Single(MarkersIn(frame, right)));

        Assert.Equal(across, marker.X, 5e-3);
        Assert.Equal(slope, marker.Y, 2e-3);
    }

    [Fact]
    public void The_flat_half_of_relu_takes_half_of_the_plot()
    {
        var frame = LastOf(Lessons.Make(Scene("activation: relu")));
        var pieces = frame.Items.OfType<Polyline>().Where(line => line.Color.WithAlpha(255) == Palette.Dark.FactorSlope)
            .Select(line => line.Points.Span.ToArray()).ToList();
        var plot = new PlotOnScreen(frame, right);

        Assert.Equal(2, pieces.Count);
        Assert.All(pieces[0].Select(plot.ValueAt), at => Assert.True(at.X <= 0 && Math.Abs(at.Y) < 1e-3));
        Assert.All(pieces[1].Select(plot.ValueAt), at => Assert.True(at.X >= 0 && Math.Abs(at.Y - 1) < 1e-3));
        Assert.Equal(pieces[0][^1].X - pieces[0][0].X, pieces[1][^1].X - pieces[1][0].X, 10f);
    }

    [Theory]
    [InlineData("sigmoid", 0.8, 1.38629)]
    [InlineData("relu", 2, 2)]
    [InlineData("elu", 1.5, 1.5)]
    public void Any_slope_can_be_plotted_over_z_or_over_a(string activation, double a, double z)
    {
        foreach (var (over, expected) in new[] { ("z", z), ("a", a) })
        {
            var lesson = Lessons.Make(Scene($"activation: {activation}, values: [{a}], over: {over}"));
            var frame = LastOf(lesson);
            Assert.Equal(expected, new PlotOnScreen(frame, right).ValueAt(Assert.Single(MarkersIn(frame, right))).X, 5e-3);
            Assert.Empty(LayoutCheck.Run(lesson, Lessons.Fonts).Select(p => p.Message));
        }
    }

    [Theory]
    [InlineData("sigmoid")]
    [InlineData("tanh")]
    [InlineData("relu")]
    [InlineData("leaky_relu")]
    [InlineData("elu")]
    [InlineData("softplus")]
    [InlineData("identity")]
    public void Every_curve_has_values_worth_a_visit(string activation)
    {
        foreach (var size in new[] { "1920x1080", "1080x1920", "1080x1080" })
        {
            var lesson = Lessons.Make(Scene($"activation: {activation}"), $"video.size={size}");
            Assert.Empty(LayoutCheck.Run(lesson, Lessons.Fonts).Select(p => p.Message));
            Frames.AssertDrawable(lesson, every: 20);
        }
    }

    [Fact]
    public void An_error_of_99_hundredths_behind_the_earplug_is_hardly_heard()
    {
        var scene = Lessons.Read(Scene("unit: \"output[0]\""));
        var step = new LessonNumbers(scene).Step;
        var layer = step.Backward.Layers[0];
        var frame = LastOf(new(scene, Lessons.Fonts));

        Assert.Equal(
            (0.99, 0.0099, 0.0098), (Math.Round(layer.Incoming[0], 4), Math.Round(layer.Slope[0], 4), Math.Round(layer.Delta[0], 4)));
        Assert.Equal(
            ["+0.99", "0.0099", "+0.0098"], frame.Items.OfType<TextLine>().Where(t => t.Role == RoleOf.BarValue).Select(t => t.Text));
        var formula = string.Join(' ', frame.Items.OfType<FormulaText>().Select(f => f.Source));
        Assert.EndsWith(@"= \part{error}{0.99} \cdot \; \part{slope}{0.0099} = \part{delta}{0.0098}", formula, StringComparison.Ordinal);
        // The bars are as long as their numbers say.
        var bars = frame.Items.OfType<Panel>().Where(p => p.Role == RoleOf.Bar).Select(p => p.Rect.Width).ToList();
        Assert.Equal(3, bars.Count);
        Assert.Equal(layer.Slope[0] / layer.Incoming[0], bars[1] / bars[0], 1e-3);
        // A thick flame in, a hairline out: by what the slope is of the steepest.
        var (comes, goes) = (frame.Items.OfType<Beam>().Single(b => b.Role == RoleOf.FireIn),
            frame.Items.OfType<Beam>().Single(b => b.Role == RoleOf.FireOut));
        Assert.True(goes.Width < 0.07f * comes.Width && goes.Width >= layer.Slope[0] / 0.25 * comes.Width);
        Assert.True(goes.To.X < comes.To.X && comes.To.X < comes.From.X);
    }

    [Theory]
    [InlineData("layers: [1, 2, 1], seed: 3", "hidden[1]", 0)]
    [InlineData("layers: [1, 2, 1], seed: 3, activation: [tanh, sigmoid], loss: binary_cross_entropy", "output[0]", 1)]
    public void The_product_is_that_of_the_unit(string network, string unit, int layer)
    {
        var scene = Lessons.Read(Scene($"unit: \"{unit}\"", network));
        var backward = new LessonNumbers(scene).Step.Backward.Layers[layer];
        var j = unit[^2] - '0';

        var shown = LastOf(new(scene, Lessons.Fonts)).Items.OfType<FormulaText>().SelectMany(f => WrittenNumber.In(f.Source)).ToList();

        Assert.Equal(3, shown.Count);
        Assert.True(
            shown[0].StandsFor(backward.Incoming[j]) && shown[1].StandsFor(backward.Slope[j]) && shown[2].StandsFor(backward.Delta[j]),
            string.Join(' ', shown.Select(n => n.Text)));
    }
}
