using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>A target that moves: every gradient on screen is the one of that very target.</summary>
public class SweepPhaseTests
{
    static Lesson Sweep(out LearningStep step, string activation = "sigmoid", string options = "output: 0, duration: 10s")
    {
        var text = Lessons.Sized("3-4-2", activation, phases: ["forward", "loss", $"{{ sweep: {{ {options} }} }}"]);
        step = new LessonNumbers(Lessons.Read(text)).Step;
        return Lessons.Make(text, "video.fps=30");
    }

    static BackpropAnimator.Network.BackwardPass With(LearningStep step, double target)
    {
        var targets = step.Example.Target.Clone();
        targets[0] = target;
        return step.Before.Backward(step.Forward, targets);
    }

    [Fact]
    public void The_gradient_on_screen_is_that_of_the_target_on_screen()
    {
        var lesson = Sweep(out var step, options: "weight: 'hidden[1] -> output[0]'");
        var seen = 0;
        foreach (var frame in lesson.Chapter("sweep").Frames(5).Select(lesson.FrameAt))
        {
            var texts = frame.Items.OfType<TextLine>().Where(t => t.Color.Alpha > 128).Select(t => t.Text).ToList();
            if (texts.Find(t => t.StartsWith("y = ", StringComparison.Ordinal)) is not { } y) continue;
            var (target, gradient) = (
                WrittenNumber.In(y).Single().Value,
                WrittenNumber.In(texts.Find(t => t.StartsWith("∂L/∂w = ", StringComparison.Ordinal))!).Single());
            // The target is written with two decimals; the gradient moves by less than a quarter of it.
            Assert.Equal(With(step, target).Layers[1].WeightGradient[0, 1], gradient.Value, 0.005 * 0.25 + gradient.HalfStep);
            seen++;
        }
        Assert.True(seen > 30, $"{seen} frames");
    }

    [Fact]
    public void Every_edge_wears_the_sign_of_its_gradient()
    {
        var lesson = Sweep(out var step);
        var layout = new LessonStage(Lessons.Read(Lessons.Sized("3-4-2")), Lessons.Fonts).Aside.Layout;
        foreach (var (frame, target) in new[] { (lesson.Chapter("sweep").FirstFrame + 75, 0.0), (lesson.FrameCount - 1, 1.0) })
        {
            var beams = Light.MovingBeams(lesson.FrameAt(frame)).ToDictionary(b => (b.From, b.To), b => b.Color.WithAlpha(255));
            var layers = With(step, target).Layers;
            foreach (var edge in layout.Edges)
                if (beams.TryGetValue(layout.Ends(edge), out var color))
                    Assert.Equal(
                        layers[edge.Layer].WeightGradient[edge.To, edge.From] < 0 ? Palette.Dark.Negative : Palette.Dark.Positive, color);
            Assert.True(beams.Count > 15, $"{beams.Count}");
        }
    }

    [Theory]
    [InlineData("sigmoid")]
    [InlineData("relu")]
    public void What_is_said_of_signs_is_counted(string activation)
    {
        var lesson = Sweep(out var step, activation);
        var (first, last) = (With(step, 0).Layers, With(step, 1).Layers);
        var flips = first.Zip(last).Sum(pair => pair.First.WeightGradient.Enumerate().Zip(pair.Second.WeightGradient.Enumerate())
            .Count(g => g.First * g.Second < 0));
        var told = lesson.FrameAt(lesson.FrameCount - 1).Items.OfType<TextLine>()
            .Single(t => t.Text.Contains("changed", StringComparison.Ordinal)).Text;

        Assert.Equal(
            flips switch
            {
                0 => "No gradient has changed its sign.",
                1 => "1 of 20 gradients has changed its sign.",
                _ => $"{flips} of 20 gradients have changed their sign.",
            },
            told);
    }

    [Fact]
    public void The_curve_of_a_weight_into_the_output_crosses_nothing_at_the_output_itself()
    {
        var lesson = Sweep(out var step);
        var crossing = lesson.FrameAt(lesson.FrameCount - 1).Items.OfType<TextLine>()
            .Single(t => t.Text.StartsWith("0 at y = ", StringComparison.Ordinal)).Text;
        Assert.True(WrittenNumber.In(crossing).Single(n => n.HalfStep < 0.1).StandsFor(step.Forward.Output[0]), crossing);
    }

    [Theory]
    [InlineData("output: 2", "half_squared_error", "output: output has no unit o.3; it has o.1 to o.2, or output[0] to output[1]")]
    [InlineData("from: 1", "half_squared_error", "to: the target stands still at 1")]
    [InlineData(
        "weight: 'hidden[9] -> output[0]'", "half_squared_error",
        "weight: hidden has no unit h.10; it has h.1 to h.4, or hidden[0] to hidden[3]")]
    [InlineData("to: 2", "binary_cross_entropy", "to: cross-entropy expects a target from 0 to 1, found 2")]
    [InlineData(
        "to: 0.5", "categorical_cross_entropy",
        "'sweep' moves one target alone, and categorical_cross_entropy expects targets that add up to 1")]
    public void A_sweep_that_cannot_be_is_refused_where_it_is_written(string options, string loss, string message)
    {
        var result = SceneReader.Parse(
            Lessons.Sized("3-4-2", loss: loss, phases: ["forward", "loss", $"{{ sweep: {{ {options} }} }}"]), "s.yaml", []);
        Assert.Equal((message, 4), (Assert.Single(result.Diagnostics).Message, result.Diagnostics[0].Position.Line));
    }
}
