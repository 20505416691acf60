using System.Globalization;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using MathNet.Numerics.LinearAlgebra;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>What learning is seen by: the boundary between classes, the fitted curve, and how much is right.</summary>
public class TrainViewTests
{
    const string Signs = """
        network: { layers: [2, 6, 1], activation: tanh, learning_rate: 0.05, seed: 4 }
        data:
          - { input: [0, 0], target: [1] }
          - { input: [0.3, -0.2], target: [1] }
          - { input: [-0.2, 0.4], target: [1] }
          - { input: [1, 1], target: [-1] }
          - { input: [-1, 1], target: [-1] }
          - { input: [-1, -1.1], target: [-1] }
          - { input: [1.1, -0.9], target: [-1] }
        training: { epochs: 120, optimizer: adam }
        video: { fps: 10 }
        phases: [train: { duration: 12s, overlay: hidden_units }]
        """;

    const string Blobs = """
        network: { layers: [2, 5, 3], activation: [tanh, softmax], loss: categorical_cross_entropy, learning_rate: 0.1, seed: 1 }
        data:
          - { input: [0, 1], target: [1, 0, 0] }
          - { input: [0.2, 1.2], target: [1, 0, 0] }
          - { input: [-1, -0.4], target: [0, 1, 0] }
          - { input: [-1.2, -0.6], target: [0, 1, 0] }
          - { input: [1, -0.5], target: [0, 0, 1] }
          - { input: [1.3, -0.4], target: [0, 0, 1] }
        training: { epochs: 60, optimizer: adam }
        video: { fps: 10 }
        phases: [train: 12s]
        """;

    const string Sine = """
        network: { layers: [1, 6, 1], activation: [tanh, identity], learning_rate: 0.05, seed: 4 }
        data:
          - { input: [-2], target: [-0.9] }
          - { input: [-1], target: [-0.8] }
          - { input: [0], target: [0.1] }
          - { input: [1], target: [0.8] }
          - { input: [2], target: [0.9] }
        training: { epochs: 80, optimizer: adam }
        video: { fps: 10 }
        phases: [train: 12s]
        """;

    // --- boundary ---

    [Theory]
    [InlineData(Signs)]
    [InlineData(Blobs)]
    public void On_a_border_the_two_classes_beside_it_are_even(string text)
    {
        var (lesson, network) = Trained(text);
        var frame = Last(lesson);
        var plot = PlaneOf(frame);
        var points = Borders(frame).SelectMany(border => border.Points.Span.ToArray()).ToList();
        Assert.True(points.Count > 100, $"{points.Count}");
        foreach (var point in points)
        {
            var (x, y) = plot.ValueAt(point);
            var outputs = network.Forward(Vector<double>.Build.Dense([x, y])).Output.OrderDescending().ToList();
            // Of a single output with targets −1 and 1, the middle between these.
            Assert.InRange(outputs.Count == 1 ? outputs[0] : outputs[0] - outputs[1], -0.06, 0.06);
        }
    }

    [Theory]
    [InlineData(Signs)]
    [InlineData(Blobs)]
    public void Samples_that_are_right_lie_on_the_colour_of_their_class(string text)
    {
        var (lesson, network) = Trained(text);
        var numbers = new LessonNumbers(Lessons.Read(text));
        Assert.Equal(1, numbers.AccuracyOf(network).Share);
        var frame = Last(lesson);
        var field = Assert.Single(frame.Items.OfType<RasterImage>());
        var samples = frame.Items.OfType<Disc>().Where(disc => disc.Role == RoleOf.Sample).ToList();
        Assert.Equal(numbers.Samples.Length, samples.Count);
        foreach (var sample in samples)
        {
            var nearest = Palette.Dark.Classes.Take(3)
                .MinBy(color => Distance(Palette.Dark.Background.Mixed(color, 0.4), ColorAt(field, sample.Centre)));
            Assert.Equal(sample.Color, nearest);
        }
    }

    [Fact]
    public void Samples_lie_where_the_axes_say()
    {
        var frame = Last(Trained(Blobs).Lesson);
        var plot = PlaneOf(frame);
        var seen = frame.Items.OfType<Disc>().Where(disc => disc.Role == RoleOf.Sample).Select(disc => plot.ValueAt(disc.Centre)).ToList();
        Assert.All(
            new LessonNumbers(Lessons.Read(Blobs)).Samples.Select(sample => sample.Input),
            input => Assert.Contains(seen, at => Math.Abs(at.X - input[0]) < 1e-3 && Math.Abs(at.Y - input[1]) < 1e-3));
    }

    [Theory]
    [InlineData(Signs)]
    [InlineData(Blobs)]
    public void Accuracy_and_the_rings_around_wrong_samples_are_those_of_the_epoch_on_screen(string text)
    {
        var (scene, lesson) = (Lessons.Read(text), Lessons.Make(text));
        var numbers = new LessonNumbers(scene);
        var compared = new HashSet<int>();
        var wrongs = new HashSet<int>();
        for (var n = 0; n < lesson.FrameCount; n++)
        {
            var frame = lesson.FrameAt(n);
            var readouts = ReadoutsOnScreen.Of(frame);
            if (!int.TryParse(readouts.GetValueOrDefault("epoch"), CultureInfo.InvariantCulture, out var epoch)) continue;
            var network = epoch == 0 ? numbers.Network : numbers.TrainFrom(numbers.Step, epoch, Recording.LossOnly).Network;
            var right = numbers.Samples.Count(sample => IsRight(network.Forward(sample.Input).Output, sample.Target));
            Assert.Equal(ProbabilityBars.Percent((double)right / numbers.Samples.Length), readouts["accuracy"]);
            Assert.Equal(numbers.Samples.Length - right, frame.Items.Count(item => item.Role == RoleOf.WrongSample));
            compared.Add(epoch);
            wrongs.Add(numbers.Samples.Length - right);
        }
        Assert.True(compared.Count > 20 && wrongs.Count > 1, $"{compared.Count} epochs, {wrongs.Count} accuracies");

        static bool IsRight(Vector<double> output, Vector<double> target) =>
            output.Count == 1 ? output[0] >= 0 == target[0] >= 0 : output.MaximumIndex() == target.MaximumIndex();
    }

    [Fact]
    public void A_hidden_units_line_is_where_its_z_is_0()
    {
        var (lesson, network) = Trained(Signs);
        var frame = Last(lesson);
        var plot = PlaneOf(frame);
        var lines = frame.Items.OfType<Line>().Where(line => line.Role == RoleOf.HiddenLine).ToList();
        Assert.True(lines.Count > 2, $"{lines.Count}");
        var marks = frame.Items.OfType<Ring>().Select(ring => ring.Color.WithAlpha(255)).ToHashSet();
        var layer = network.Layers[0];
        foreach (var line in lines)
        {
            // The unit wears the line's colour, and both ends of the line are 0 for the same unit.
            Assert.Contains(line.Color, marks);
            Assert.Contains(Enumerable.Range(0, layer.UnitCount), j => Distance(j, line.From) < 2e-3 && Distance(j, line.To) < 2e-3);
        }

        // In units of the inputs.
        double Distance(int unit, SKPoint point)
        {
            var (x, y) = plot.ValueAt(point);
            var weights = layer.Weights.Row(unit);
            return Math.Abs(weights[0] * x + weights[1] * y + layer.Biases[unit]) / weights.L2Norm();
        }
    }

    [Fact]
    public void The_boundary_moves_while_training_goes_on()
    {
        var lesson = Lessons.Make(Signs);
        var moments = new[] { 0.4, 0.6, 0.8 }.Select(share => lesson.FrameAt((int)(share * lesson.FrameCount))).ToList();
        Assert.Equal(3, moments.Select(frame => frame.Items.OfType<RasterImage>().Single().Raster).Distinct().Count());
    }

    [Fact]
    public void Held_out_samples_are_hollow_and_have_an_accuracy_of_their_own()
    {
        var text = Signs.Replace("data:\n", "data:\n  split: 0.6\n  rows:\n", StringComparison.Ordinal)
            .Replace("  - {", "    - {", StringComparison.Ordinal);
        var (scene, (lesson, network)) = (Lessons.Read(text), Trained(text));
        var numbers = new LessonNumbers(scene);
        Assert.NotEmpty(numbers.TestSamples);
        var frame = Last(lesson);
        Assert.Equal(numbers.Samples.Length, frame.Items.OfType<Disc>().Count(disc => disc.Role == RoleOf.Sample));
        Assert.Equal(numbers.TestSamples.Length, frame.Items.OfType<Ring>().Count(ring => ring.Role == RoleOf.HeldOutSample));
        var right = numbers.TestSamples.Count(sample => network.Forward(sample.Input).Output[0] >= 0 == sample.Target[0] >= 0);
        Assert.Equal(ProbabilityBars.Percent((double)right / numbers.TestSamples.Length), ReadoutsOnScreen.Of(frame)["test accuracy"]);
    }

    // --- curve ---

    [Fact]
    public void The_curve_is_the_networks_output_over_its_input()
    {
        var (lesson, network) = Trained(Sine);
        var frame = Last(lesson);
        var curve = frame.Items.OfType<Polyline>().Where(line => line.Role == RoleOf.Curve).ToList();
        var plot = new PlotOnScreen(frame, AxesAround(BoundsOf(curve.SelectMany(line => line.Points.Span.ToArray()))));
        var points = curve.SelectMany(line => line.Points.Span.ToArray()).Select(plot.ValueAt).ToList();
        Assert.True(points.Count > 100, $"{points.Count}");
        Assert.All(points, point => Assert.Equal(network.Forward(Vector<double>.Build.Dense(1, point.X)).Output[0], point.Y, 2e-3));

        var errors = frame.Items.OfType<Line>().Where(line => line.Role == RoleOf.RawError)
            .Select(line => (Output: plot.ValueAt(line.From), Target: plot.ValueAt(line.To))).ToList();
        Assert.All(
            new LessonNumbers(Lessons.Read(Sine)).Samples,
            sample => Assert.Contains(
                errors, error => Math.Abs(error.Target.X - sample.Input[0]) < 1e-3 && Math.Abs(error.Target.Y - sample.Target[0]) < 1e-3
                    && Math.Abs(error.Output.Y - network.Forward(sample.Input).Output[0]) < 1e-3));
        Assert.DoesNotContain(frame.Items, item => item.Role == RoleOf.WrongSample);
    }

    [Fact]
    public void Measurements_have_no_accuracy() =>
        Assert.Equal(["epoch", "loss, mean of 5"], ReadoutsOnScreen.Of(Last(Trained(Sine).Lesson)).Keys);

    // --- which view ---

    [Theory]
    [InlineData(Signs, TrainViewKind.Boundary)]
    [InlineData(Blobs, TrainViewKind.Boundary)]
    [InlineData(Sine, TrainViewKind.Curve)]
    public void The_most_telling_view_is_chosen(string text, TrainViewKind expected) => Assert.Equal(expected, ViewOf(text));

    [Fact]
    public void A_table_that_is_asked_for_is_shown()
    {
        var text = Blobs.Replace("train: 12s", "train: { table: samples }", StringComparison.Ordinal);
        Assert.Equal(TrainViewKind.Loss, ViewOf(text));
        Assert.DoesNotContain(Last(Lessons.Make(text)).Items, item => item is RasterImage);
    }

    [Theory]
    [InlineData(Sine, "view: boundary", "view: a boundary needs 2 inputs, and the network has 1")]
    [InlineData(Blobs, "view: curve", "view: a curve needs 1 input and 1 output, and the network has 2 and 3")]
    [InlineData(Sine, "overlay: hidden_units", "overlay: only view: boundary has a plane to draw on")]
    public void A_view_that_the_network_cannot_have_is_refused(string text, string option, string expected)
    {
        var result = SceneReader.Parse(text.Replace("train: 12s", $"train: {{ {option} }}", StringComparison.Ordinal), "s.yaml", []);
        Assert.Equal([expected], result.Diagnostics.Select(d => d.Message));
    }

    [Fact]
    public void Measurements_have_no_boundary()
    {
        var text = Signs.Replace("target: [1]", "target: [0.7]", StringComparison.Ordinal);
        Assert.Equal(TrainViewKind.Loss, ViewOf(text.Replace(", overlay: hidden_units", "", StringComparison.Ordinal)));
        var refused = SceneReader.Parse(text.Replace("overlay: hidden_units", "view: boundary", StringComparison.Ordinal), "s.yaml", []);
        Assert.StartsWith(
            "view: a boundary needs targets that are one of up to", Assert.Single(refused.Diagnostics).Message, StringComparison.Ordinal);
    }

    static TrainViewKind ViewOf(string text)
    {
        var numbers = new LessonNumbers(Lessons.Read(text));
        return TrainChecks.ViewOf((TrainOptions)numbers.Scene.Phases[0], numbers.Scene.Network.Layers, numbers.Answers.AreAnswers);
    }

    static (Lesson Lesson, DenseNetwork Network) Trained(string text) =>
        (Lessons.Make(text), new LessonNumbers(Lessons.Read(text)).Training.Network);

    static Frame Last(Lesson lesson) => lesson.FrameAt(lesson.FrameCount - 1);

    static IEnumerable<Polyline> Borders(Frame frame) => frame.Items.OfType<Polyline>().Where(line => line.Role == RoleOf.Border);

    static PlotOnScreen PlaneOf(Frame frame) => new(frame, AxesAround(frame.Items.OfType<RasterImage>().Single().Rect));

    // The numbers at the left and below are a plot's own.
    static SKRect AxesAround(SKRect area) => new(area.Left - 100, area.Top - 20, area.Right + 20, area.Bottom + 60);

    static SKRect BoundsOf(IEnumerable<SKPoint> points) =>
        new(points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y) + 200);

    static SKColor ColorAt(RasterImage field, SKPoint at)
    {
        var (raster, rect) = (field.Raster, field.Rect);
        var (x, y) = (
            (int)((at.X - rect.Left) / rect.Width * raster.Width), (int)((at.Y - rect.Top) / rect.Height * raster.Height));
        var pixel = field.Raster.Pixels.AsSpan((y * field.Raster.Width + x) * 4, 4);
        return new(pixel[2], pixel[1], pixel[0]);
    }

    static int Distance(SKColor a, SKColor b) => Math.Abs(a.Red - b.Red) + Math.Abs(a.Green - b.Green) + Math.Abs(a.Blue - b.Blue);
}
