using BackpropAnimator.Drawing;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Which way light travels, read from the frames' items.</summary>
public class FlowTests
{
    static readonly Lesson flagship = Lessons.Make(Lessons.Flagship);

    [Fact]
    public void The_cyan_light_travels_left_to_right_through_forward()
    {
        var path = PathOfLight("forward", Light.IsCyan);

        Assert.Equal(path.Order(), path);
        Assert.True(path[^1] - path[0] > 600, string.Join(", ", path));
    }

    // First the whole wave at once, then layer after layer with its numbers.
    [Theory]
    [InlineData(0, 0.26)]
    [InlineData(0.31, 1)]
    public void The_orange_light_travels_right_to_left_through_backward(double from, double to)
    {
        var path = PathOfLight("backward", Light.IsOrange, from, to);

        Assert.Equal(path.OrderDescending(), path);
        Assert.True(path[0] - path[^1] > 600, string.Join(", ", path));
    }

    [Fact]
    public void The_fire_stays_on_every_edge_and_unit_as_strong_as_its_gradient_and_its_delta()
    {
        var chapter = flagship.Chapter("backward");
        var frame = flagship.FrameAt(chapter.EndFrame - 1);
        var step = new LessonNumbers(Lessons.Read(Lessons.Flagship)).Step;
        var edges = frame.Items.OfType<Beam>().Where(beam => beam.Role == RoleOf.Afterglow && Light.IsOrange(beam.Color)).ToList();
        var network = step.Before.Layers;

        // By length of the line and by light: the largest gradient of each layer has the widest beam there.
        Assert.Equal(network.Sum(layer => layer.UnitCount * layer.InputCount), edges.Count);
        var gradients = step.Backward.Layers.SelectMany(layer => layer.WeightGradient.Enumerate()).Select(Math.Abs).Order();
        Assert.Equal(edges.Count, edges.Select(beam => beam.Width).Distinct().Count());
        Assert.Equal(
            gradients.Select(gradient => Math.Round(Math.Sqrt(gradient / gradients.Max()), 3)),
            edges.Select(beam => Math.Round((beam.Width - 2) / 4.0, 3)).Order());

        var arcs = frame.Items.OfType<Ring>().Where(ring => ring.Role == RoleOf.Blame).Select(ring => Math.Round(ring.Sweep / 360, 3));
        var deltas = step.Backward.Layers.SelectMany(layer => layer.Delta).Select(Math.Abs).ToList();
        Assert.Equal(deltas.Select(delta => Math.Round(delta / deltas.Max(), 3)), arcs);
    }

    [Fact]
    public void The_next_forward_pass_washes_the_fire_away()
    {
        var chapter = flagship.Chapter("weight_update");
        double Fire(int frame) => flagship.FrameAt(frame).Items
            .Where(item => item.Role == RoleOf.Afterglow && item is Beam beam && Light.IsOrange(beam.Color))
            .Sum(item => ((Beam)item).From.X);

        Assert.True(Fire(chapter.FirstFrame) > 0);
        Assert.Equal(0, Fire(chapter.EndFrame - 1));
    }

    [Theory]
    [InlineData("forward")]
    [InlineData("backward")]
    public void A_pass_shows_light_of_its_own_direction_only(string kind)
    {
        foreach (var frame in flagship.Chapter(kind).Frames(every: 10))
            Assert.Null(Light.MeanX(flagship.FrameAt(frame), kind == "forward" ? Light.IsOrange : Light.IsCyan));
    }

    static List<double> PathOfLight(string kind, Func<SkiaSharp.SKColor, bool> isColor, double from = 0, double to = 1) =>
        Light.Path(flagship.Chapter(kind), every: 3, frame => Light.MeanX(flagship.FrameAt(frame), isColor), from, to);
}
