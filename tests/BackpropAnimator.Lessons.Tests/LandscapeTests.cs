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

    static LossSurface SurfaceOf(string text) => new LessonNumbers(Lessons.Read(text)) is var numbers ? new(numbers.Network, numbers.Samples, new(1, 0, 0), new(1, 1, 0)) : null!;

    static LossMap MapOf(LossSurface surface, params double[] rates) =>
        new(new(0, 0, 1200, 700), surface, [.. rates.Select(rate => surface.Descent(surface.At(-1.2, 1.3), rate, 14))], Palette.Dark);

    // What the first three quarters of the second path leave of the first: the larger discs are the start and the end.
    static List<SKPoint> StepsIn(Frame frame) => [.. frame.Items.OfType<Disc>().Where(disc => disc.Radius == 6).Select(disc => disc.Centre)];

    [Fact]
    public void The_path_is_gradient_descents_own()
    {
        var text = Scene("learning_rates: 0.3");
        var lesson = Lessons.Make(text);
        var descent = SurfaceOf(text).Descent(SurfaceOf(text).At(-1.2, 1.3), 0.3, 14);

        var steps = StepsIn(lesson.FrameAt(lesson.FrameCount - 1));

        // The map is a map: distances on it are in one proportion to distances between weights, on both axes.
        Assert.Equal(descent.Length - 2, steps.Count);
        var scale = (steps[^1] - steps[0]).Length / Math.Sqrt(Math.Pow(descent[^2].X - descent[1].X, 2) + Math.Pow(descent[^2].Y - descent[1].Y, 2));
        for (var n = 0; n < steps.Count; n++)
        {
            Assert.Equal(steps[0].X + scale * (descent[n + 1].X - descent[1].X), steps[n].X, 0.05);
            Assert.Equal(steps[0].Y - scale * (descent[n + 1].Y - descent[1].Y), steps[n].Y, 0.05);
        }
    }

    [Fact]
    public void The_losses_beside_the_map_are_those_at_the_paths_ends()
    {
        var lesson = Lessons.Make(scene);
        var surface = SurfaceOf(scene);
        var texts = lesson.FrameAt(lesson.FrameCount - 1).Items.OfType<TextLine>().Select(text => text.Text).ToList();

        var losses = texts.Where(text => text.StartsWith("L =", StringComparison.Ordinal)).Select(text => WrittenNumber.In(text).Single()).ToList();

        double[] rates = [0.3, 4];
        Assert.All(losses.Zip(rates), pair => Assert.True(pair.First.StandsFor(surface.Descent(surface.At(-1.2, 1.3), pair.Second, 14)[^1].Loss), $"{pair}"));
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
        Assert.Contains($"overshoots {uphill} times", texts);
        Assert.Contains("downhill at every step", texts);
    }

    [Fact]
    public void The_surface_is_one_item_that_stays_the_same_while_the_path_moves()
    {
        var lesson = Lessons.Make(scene);
        var rasters = Enumerable.Range(lesson.FrameCount / 3, lesson.FrameCount / 3).Select(n => Assert.Single(lesson.FrameAt(n).Items.OfType<RasterImage>())).Distinct();
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

        AssertNear(new(600, 350), new(1200, 350), map.Clipped(new(600, 350), new(3000, 350)));
        AssertNear(new(600, 0), new(600, 350), map.Clipped(new(600, -900), new(600, 350)));
        Assert.Null(map.Clipped(new(-10, 10), new(-20, 500)));

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
        Assert.All(lesson.FrameAt(lesson.FrameCount - 1).Items.OfType<Line>(), line => Assert.True(area.Left - 1 <= line.To.X && line.To.X <= area.Right + 1 && area.Top - 1 <= line.To.Y && line.To.Y <= area.Bottom + 1, $"{line}"));
    }
}
