using BackpropAnimator.Drawing;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>With data, the update that a lesson shows is the one that its trace has: by the gradient averaged over all samples.</summary>
public class AveragedUpdateTests
{
    const string Xor = """
        network: { layers: [2, 2, 1], activation: [tanh, sigmoid], seed: 3 }
        data: xor
        example: { input: [1, 0], target: [1] }
        phases: [intro, forward, loss, backward, weight_update, outro]
        """;

    [Fact]
    public void The_update_written_out_takes_the_mean_gradient()
    {
        var scene = Lessons.Read(Xor);
        var lesson = new Lesson(scene, Lessons.Fonts);
        var numbers = new LessonNumbers(scene);
        var update = lesson.Chapter("weight_update");
        var lines = lesson.FrameAt((update.FirstFrame + update.EndFrame) / 2).Items.OfType<FormulaText>().Select(f => f.Source).ToList();

        Assert.Contains(lines, line => line.Contains(@"\tfrac{1}{4} \sum", StringComparison.Ordinal));
        var written = WrittenNumber.In(lines.Single(line => line.StartsWith("= ", StringComparison.Ordinal)
            && line.Contains(@"\cdot", StringComparison.Ordinal))).ToList();
        var (weight, gradient) = (written[0], written[^1]);
        var i = Enumerable.Range(0, 2).Single(i => weight.StandsFor(numbers.Step.Before.Layers[1].Weights[0, i]));
        Assert.True(gradient.StandsFor(numbers.MeanGradient.Layers[1].Weights[0, i]), gradient.Text);
        Assert.False(gradient.StandsFor(numbers.Step.Backward.Layers[1].WeightGradient[0, i]), gradient.Text);
    }

    [Fact]
    public void The_weights_end_as_the_trace_has_them()
    {
        var scene = Lessons.Read(Xor);
        var lesson = new Lesson(scene, Lessons.Fonts);
        var screen = new NetworkOnScreen(lesson.FrameAt(lesson.Chapter("weight_update").EndFrame - 1), scene.Network.Layers);

        var after = new LessonNumbers(scene).Step.After;
        Assert.Equal(6, screen.Weights.Count);
        Assert.All(screen.Weights, w => Assert.True(w.Value.StandsFor(after.Layers[w.Key.Layer].Weights[w.Key.To, w.Key.From])));
    }
}
