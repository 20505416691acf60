using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Two networks that learn in step.</summary>
public class SideBySideTests
{
    static readonly SKRect left = new(0, 0, 960, 970), right = new(960, 0, 1920, 970);

    const string TwoLosses = """
        network: { layers: [2, 2, 1], loss: binary_cross_entropy, learning_rate: 0.15, weights: [[[0.8, -0.4], [-0.6, 1.2]], [[3, 4]]], biases: [[0, 0], [0.65815]] }
        example: { input: [1, 0.5], target: [0] }
        phases: [{ compare: { left: { loss: half_squared_error }, right: {}, epochs: 40, duration: 10s, scale: absolute } }]
        """;

    static readonly Scene scene = Lessons.Read(TwoLosses);
    static readonly Lesson lesson = new(scene, Lessons.Fonts);

    // The same training, by the update rule alone.
    static List<double> LossesOf(Loss loss)
    {
        var network = new DenseNetwork(NetworkOf(scene).Layers, loss);
        var example = Example.Of(scene.Example.Input, scene.Example.Target);
        List<double> losses = [];
        for (var epoch = 0; epoch <= 40; epoch++)
        {
            var step = new LearningStep(network, example, 0.15);
            losses.Add(step.Loss);
            network = step.After;
        }
        return losses;
    }

    static DenseNetwork NetworkOf(Scene scene) => new LessonNumbers(scene).Network;

    static Frame Last => lesson.FrameAt(lesson.FrameCount - 1);

    static List<SKPoint> CurveIn(Frame frame, SKRect part) =>
        [.. frame.Items.OfType<Polyline>()
            .Where(p => (p.Color == Palette.Dark.Error || p.Color == Palette.Dark.Learned) && part.Contains(p.Points.Span[0]))
            .SelectMany(p => p.Points.Span.ToArray())];

    [Fact]
    public void Both_curves_end_at_the_last_loss_of_a_training_of_their_own()
    {
        foreach (var (part, losses) in new[] { (left, LossesOf(new HalfSquaredError())), (right, LossesOf(new BinaryCrossEntropy())) })
        {
            var (x, y) = new PlotOnScreen(Last, part).ValueAt(CurveIn(Last, part)[^1]);
            Assert.Equal(40, x, 0.1);
            Assert.Equal(losses[^1], y, 0.01);
            Assert.Contains(
                Last.Items.OfType<TextLine>(),
                t => part.Contains(t.Position) && t.Text.StartsWith($"L = {Numbers.Fine(losses[^1])} ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_curve_that_ends_lower_is_green_and_the_other_red()
    {
        SKColor ColorIn(SKRect part) => Last.Items.OfType<Polyline>()
            .Where(p => part.Contains(p.Points.Span[0])).Select(p => p.Color).Distinct()
            .Single(color => color == Palette.Dark.Error || color == Palette.Dark.Learned);
        Assert.NotEqual(ColorIn(left), ColorIn(right));
        var leftWins = LossesOf(new HalfSquaredError())[^1] < LossesOf(new BinaryCrossEntropy())[^1];
        Assert.Equal(Palette.Dark.Learned, ColorIn(leftWins ? left : right));
    }

    [Fact]
    public void Both_sides_have_the_same_axes()
    {
        var (one, other) = (new PlotOnScreen(Last, left), new PlotOnScreen(Last, right));
        Assert.Equal(one.XTicks, other.XTicks);
        Assert.Equal(one.YTicks, other.YTicks);
        Assert.Equal(4.605, LossesOf(new BinaryCrossEntropy())[0], 0.001);
        Assert.True(one.YTicks.Max() >= 4.605);
    }

    [Fact]
    public void Both_sides_start_from_equal_weights_that_stand_on_screen()
    {
        var frame = lesson.FrameAt(Enumerable.Range(0, lesson.FrameCount).Last(n => CurveIn(lesson.FrameAt(n), left).Count == 0));
        var (one, other) = (NumbersIn(frame, left), NumbersIn(frame, right));

        Assert.Equal(["0.80", "−0.40", "−0.60", "1.20", "3.00", "4.00"], one);
        Assert.Equal(one, other);

        static List<string> NumbersIn(Frame frame, SKRect part) =>
            [.. frame.Items.OfType<TextLine>().Where(t => part.Contains(t.Position) && t.Size < 24 && t.Position.Y < 500
                && t.Text.Contains('.', StringComparison.Ordinal)).Select(t => t.Text)];
    }

    [Fact]
    public void Both_curves_are_always_at_the_same_epoch()
    {
        var growing = 0;
        for (var n = 0; n < lesson.FrameCount; n += 8)
        {
            var frame = lesson.FrameAt(n);
            var (one, other) = (CurveIn(frame, left), CurveIn(frame, right));
            if (one.Count == 0 || other.Count == 0) continue;
            Assert.Equal(new PlotOnScreen(frame, left).ValueAt(one[^1]).X, new PlotOnScreen(frame, right).ValueAt(other[^1]).X, 0.02);
            growing++;
        }
        Assert.True(growing > 20, $"{growing} frames");
    }

    [Fact]
    public void The_networks_show_what_they_have_learnt()
    {
        // After 40 epochs the output of the one is nearly where it was, and the other's is not.
        Assert.InRange(OutputIn(left), 0.97, 0.99);
        Assert.InRange(OutputIn(right), 0, 0.5);

        // The disc nearest to the target "y = 0".
        static double OutputIn(SKRect part)
        {
            var target = Last.Items.OfType<TextLine>().Single(t => part.Contains(t.Position) && t.Text == "y = 0").Position;
            var centre = Last.Items.OfType<Disc>().Where(d => d.Radius > 20).MinBy(d => (d.Centre - target).Length)!.Centre;
            return double.Parse(
                Last.Items.OfType<TextLine>().Single(t => t.Position == centre).Text, System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    [Fact]
    public void Losses_of_different_kinds_start_at_the_same_height()
    {
        var relative = Lessons.Make(TwoLosses, "phases.compare.scale=relative");
        var last = relative.FrameAt(relative.FrameCount - 1);
        foreach (var part in new[] { left, right })
            Assert.Equal(1, new PlotOnScreen(last, part).ValueAt(CurveIn(last, part)[0]).Y, 0.01);
    }

    [Theory]
    [InlineData("left: { loss: half_squared_error }, right: {}", "Squared error", "Cross-entropy")]
    [InlineData("left: { learning_rate: 0.01 }, right: { name: Bold }", "η = 0.01", "Bold")]
    [InlineData("left: { activation: relu, loss: half_squared_error }, right: { loss: half_squared_error }", "ReLU", "Sigmoid")]
    public void Sides_are_called_after_what_is_different(string sides, string one, string other)
    {
        var named = Lessons.Make(TwoLosses.Replace("left: { loss: half_squared_error }, right: {}", sides, StringComparison.Ordinal));
        var words = named.FrameAt(named.FrameCount / 2).Items.OfType<TextLine>().Select(t => t.Text).ToList();
        Assert.Contains(one, words);
        Assert.Contains(other, words);
    }

    [Fact]
    public void Sides_that_would_start_from_different_weights_are_told_apart()
    {
        var auto = Lessons.Read("network: { layers: [2, 3, 1] }\nexample: { input: [1, 0], target: [1] }\nphases: [vanishing]\n");
        Assert.Equal(
            ["s.yaml:3:10: warning: vanishing: the two sides start from different weights: initialization auto draws them by the " +
                "activation\n  hint: write initialization: he or xavier in the network"],
            LessonChecks.Run(auto, Lessons.Fonts).Select(d => d.ToString()));
    }

    [Fact]
    public void A_claim_about_a_side_is_held_against_its_own_numbers()
    {
        var claim =
            Lessons.Read(TwoLosses.Replace("right: {}", "right: { expect: [initial_loss > 4, final_loss > 4] }", StringComparison.Ordinal));
        var problem = Assert.Single(LessonChecks.Run(claim, Lessons.Fonts));
        Assert.StartsWith("s.yaml:3:", problem.ToString(), StringComparison.Ordinal);
        Assert.Contains("expected final_loss > 4, but 0.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_side_that_diverges_is_told_at_its_learning_rate()
    {
        var wild = Lessons.Read("network: { layers: [1, 1], activation: identity }\nexample: { input: [3], target: [1] }\nphases: [{ " +
            "compare: { left: {learning_rate: 0.01}, right: { learning_rate: 10 }, epochs: 1000 } }]\n");
        Assert.StartsWith(
            "s.yaml:3:76: error: learning_rate: with 10 training diverges", Assert.Single(LessonChecks.Run(wild, Lessons.Fonts)).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_network_is_not_kept_four_hundred_times()
    {
        var large = Lessons.Make(Lessons.Sized("200-300-10", loss: "binary_cross_entropy").Replace(
            "phases: [", "phases: [{ compare: { left: { learning_rate: 0.1 }, right: {}, epochs: 60, duration: 4s } }, ",
            StringComparison.Ordinal));
        Frames.AssertDrawable(large, every: 40);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(", sample: 2", 2)]
    public void The_sample_that_is_asked_for_goes_through_both(string option, int sample)
    {
        var xor = Lessons.Read($$"""
            network: { layers: [2, 2, 1], seed: 3 }
            data: xor
            phases: [{ compare: { left: {}, right: { learning_rate: 2 }, epochs: 30, duration: 6s{{option}} } }]
            """);
        var made = new Lesson(xor, Lessons.Fonts);
        var compare = xor.Phases.OfType<CompareOptions>().Single();
        var texts = made.FrameAt(made.FrameCount - 1).Items.OfType<TextLine>().ToList();
        foreach (var (side, half) in new[] { (compare.Left, left), (compare.Right, right) })
        {
            var numbers = new LessonNumbers(side.In(xor));
            var output = numbers.Training.Network.Forward(numbers.Samples[sample].Input).Output[0];
            var words = texts.Where(t => half.Contains(t.Position)).Select(t => t.Text).ToList();
            Assert.Contains(Numbers.Plain(output, 2), words);
            Assert.Contains($"y = {Numbers.Brief(numbers.Samples[sample].Target[0])}", words);
        }
    }
}
