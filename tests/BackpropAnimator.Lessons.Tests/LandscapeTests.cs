using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The loss landscape: that surface and path are the network's own.</summary>
public class LandscapeTests
{
    static readonly string scene = Scene("learning_rates: [0.3, 4]");

    static string Scene(string more) => $$"""
        network: { layers: [2, 2, 1], activation: tanh, learning_rate: 0.5, seed: 4 }
        data: { rows: [{ input: [1, 0.4], target: [0.8] }, { input: [-0.5, 1], target: [-0.6] }, { input: [0.7, -0.9], target: [0.3] }] }
        phases: [{ landscape: { x: 'hidden[0] -> output[0]', y: 'hidden[1] -> output[0]', start: [-1.2, 1.3], steps: 14, {{more}} } }]
        """;

    static LossSurface SurfaceOf(string text) =>
        new LessonNumbers(Lessons.Read(text)) is var numbers ? new(numbers.Network, numbers.Samples, new(1, 0, 0), new(1, 1, 0)) : null!;

    static LossMap MapOf(LossSurface surface, params double[] rates) =>
        new(new(0, 0, 1200, 700), surface, [.. rates.Select(rate => surface.Descent(surface.At(-1.2, 1.3), rate, 14))], Palette.Dark);

    // The points between which the lines on the map lead; a sample of the line stands beside the map.
    static List<SKPoint> StepsIn(Frame frame)
    {
        var map = frame.Items.OfType<RasterImage>().Single().Rect;
        var lines = frame.Items.OfType<Line>().Where(line => map.Contains(line.From.X, line.From.Y)).ToList();
        Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        return [.. lines.Select(line => line.From), lines[^1].To];
    }

    [Fact]
    public void The_path_is_gradient_descents_own()
    {
        var text = Scene("learning_rates: 0.3");
        var lesson = Lessons.Make(text);
        var descent = SurfaceOf(text).Descent(SurfaceOf(text).At(-1.2, 1.3), 0.3, 14);

        var steps = StepsIn(lesson.FrameAt(lesson.FrameCount - 1));

        // The map is a map: distances on it are in one proportion to distances between weights, on both axes.
        Assert.Equal(descent.Length, steps.Count);
        var scale = (steps[^1] - steps[0]).Length / Math.Sqrt(Math.Pow(descent[^1].X - descent[0].X, 2)
            + Math.Pow(descent[^1].Y - descent[0].Y, 2));
        for (var n = 0; n < steps.Count; n++)
        {
            Assert.Equal(steps[0].X + scale * (descent[n].X - descent[0].X), steps[n].X, 0.05);
            Assert.Equal(steps[0].Y - scale * (descent[n].Y - descent[0].Y), steps[n].Y, 0.05);
        }
    }

    [Theory]
    [InlineData("16:9")]
    [InlineData("9:16")]
    public void The_numbers_beside_the_map_are_the_values_of_the_two_weights(string shape)
    {
        var size = shape == "16:9" ? "1920x1080" : "1080x1920";
        var lesson = Lessons.Make(Scene("learning_rates: 0.3") + $"\nvideo: {{ size: {size} }}\n");
        var frame = lesson.FrameAt(lesson.FrameCount - 1);

        var (x, y) = new PlotOnScreen(frame, SKRect.Create(frame.Stage)).ValueAt(StepsIn(frame)[0]);

        Assert.Equal((-1.2, 1.3), (Math.Round(x, 2), Math.Round(y, 2)));
    }

    [Fact]
    public void The_losses_beside_the_map_are_those_at_the_paths_ends()
    {
        var lesson = Lessons.Make(scene);
        var surface = SurfaceOf(scene);
        var texts = lesson.FrameAt(lesson.FrameCount - 1).Items.OfType<TextLine>().Select(text => text.Text).ToList();

        var losses =
            texts.Where(text => text.StartsWith("L =", StringComparison.Ordinal)).Select(text => WrittenNumber.In(text).Single()).ToList();

        double[] rates = [0.3, 4];
        Assert.All(
            losses.Zip(rates),
            pair => Assert.True(pair.First.StandsFor(surface.Descent(surface.At(-1.2, 1.3), pair.Second, 14)[^1].Loss), $"{pair}"));
    }

    [Fact]
    public void A_learning_rate_that_is_too_large_is_told_to_overshoot_as_often_as_it_does()
    {
        var surface = SurfaceOf(scene);
        var large = surface.Descent(surface.At(-1.2, 1.3), 4, 14);
        var uphill = Enumerable.Range(1, 14).Count(n => large[n].Loss > large[n - 1].Loss);
        var lesson = Lessons.Make(scene);
        var texts = lesson.FrameAt(lesson.FrameCount - 1).Items.OfType<TextLine>().Select(text => text.Text).ToList();

        Assert.True(uphill > 1);
        Assert.Contains($"overshoots: {uphill} steps uphill", texts);
        Assert.Contains("downhill at every step", texts);
    }

    [Fact]
    public void Each_path_takes_the_steps_that_it_is_given()
    {
        var text = Scene("learning_rates: [0.3, 4]").Replace("steps: 14", "steps: [20, 3]", StringComparison.Ordinal);
        var lesson = Lessons.Make(text);
        var texts = lesson.FrameAt(lesson.FrameCount - 1).Items.OfType<TextLine>().Select(line => line.Text).ToList();

        Assert.Contains("step 20 of 20", texts);
        Assert.Contains("step 3 of 3", texts);
        Assert.Contains($"mean L = {Numbers.Fine(SurfaceOf(text).Descent(SurfaceOf(text).At(-1.2, 1.3), 0.3, 20)[^1].Loss)}", texts);
    }

    [Fact]
    public void No_point_of_the_map_is_lower_than_the_one_that_is_marked_as_the_lowest()
    {
        var (surface, lesson) = (SurfaceOf(scene), Lessons.Make(scene));
        var map = MapOf(surface, 0.3, 4);
        var lowest = map.Lowest!.Value;

        Assert.Equal(surface.At(lowest.X, lowest.Y), lowest);
        for (var x = 0; x <= 1200; x += 25)
            for (var y = 0; y <= 700; y += 25)
                Assert.True(map.WeightsAt(new(x, y)) is var (a, b) && surface.At(a, b).Loss >= lowest.Loss, $"{x}, {y}");
        Assert.Contains(
            $"lowest here: mean L = {Numbers.Fine(lowest.Loss)}",
            lesson.FrameAt(lesson.FrameCount - 1).Items.OfType<TextLine>().Select(line => line.Text));
    }

    [Fact]
    public void Ground_that_goes_on_falling_beyond_the_map_has_no_lowest_point_on_it()
    {
        var surface = SurfaceOf(scene);
        Assert.Null(new LossMap(new(0, 0, 1200, 700), surface, [[surface.At(-30, 30)]], Palette.Dark).Lowest);
    }

    [Fact]
    public void The_surface_is_one_item_that_stays_the_same_while_the_path_moves()
    {
        var lesson = Lessons.Make(scene);
        var rasters = Enumerable.Range(lesson.FrameCount / 3, lesson.FrameCount / 3)
            .Select(n => Assert.Single(lesson.FrameAt(n).Items.OfType<RasterImage>())).Distinct();
        Assert.Single(rasters);
    }

    [Fact]
    public void Colours_of_the_map_rise_with_the_loss()
    {
        var surface = SurfaceOf(scene);
        var frame = new FrameBuilder(new(1200, 700), Backdrop.Of(Palette.Dark));
        var map = MapOf(surface, 0.3);
        map.Draw(frame, 1);
        var raster = frame.ToFrame().Items.OfType<RasterImage>().Single().Raster;

        // The corners have the clearest differences; red is the loss.
        SKPoint[] corners = [new(4, 4), new(1195, 4), new(4, 695), new(1195, 695)];
        var byLoss = corners.OrderBy(corner => map.WeightsAt(corner) is var (x, y) ? surface.At(x, y).Loss : 0).ToList();
        var reds = byLoss.Select(corner => (int)raster.Pixels[(((int)corner.Y * raster.Width) + (int)corner.X) * 4 + 2]).ToList();
        Assert.True(reds[^1] > reds[0] + 40, string.Join(", ", reds));
    }

    [Fact]
    public void A_way_out_of_the_map_ends_at_its_border()
    {
        var map = MapOf(SurfaceOf(scene), 0.3);

        AssertNear(new(600, 350), new(1200, 350), Clipping.Of(new(600, 350), new(3000, 350), map.Area));
        AssertNear(new(600, 0), new(600, 350), Clipping.Of(new(600, -900), new(600, 350), map.Area));
        Assert.Null(Clipping.Of(new(-10, 10), new(-20, 500), map.Area));

        static void AssertNear(SKPoint from, SKPoint to, (SKPoint From, SKPoint To)? found)
        {
            Assert.True((found!.Value.From - from).Length < 0.01, $"{found}");
            Assert.True((found.Value.To - to).Length < 0.01, $"{found}");
        }
    }

    [Fact]
    public void A_path_that_runs_away_leaves_the_map_and_the_lesson_goes_on()
    {
        var lesson = Lessons.Make(Scene("learning_rates: 900"));
        Frames.AssertDrawable(lesson, every: 5);
        var area = Assert.Single(lesson.FrameAt(lesson.FrameCount - 1).Items.OfType<RasterImage>()).Rect;
        Assert.All(
            lesson.FrameAt(lesson.FrameCount - 1).Items.OfType<Line>().Where(line => line.From.X <= area.Right && line.Role != RoleOf.Tick),
            line =>
                Assert.True(
                    area.Left - 1 <= line.To.X && line.To.X <= area.Right + 1 && area.Top - 1 <= line.To.Y && line.To.Y <= area.Bottom + 1,
                    $"{line}"));
    }
}
