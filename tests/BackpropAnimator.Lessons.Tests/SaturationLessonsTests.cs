using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The shipped lessons on saturation: what they claim is so.</summary>
public class SaturationLessonsTests
{
    [Fact]
    public void Cross_entropy_halves_its_loss_while_squared_error_keeps_95_percent_of_its_own()
    {
        var scene = ShippedLesson.Read("cross-entropy");
        var compare = scene.Phases.OfType<CompareOptions>().Single();
        var (squared, cross) = (new LessonNumbers(compare.Left.In(scene)), new LessonNumbers(compare.Right.In(scene)));

        Assert.Equal(squared.Network.Layers.Select(l => (l.Weights, l.Biases)), cross.Network.Layers.Select(l => (l.Weights, l.Biases)));
        Assert.Equal(squared.Training.Epochs, cross.Training.Epochs);
        Assert.True(
            squared.Training.FinalLoss > 0.95 * squared.Training.InitialLoss,
            $"{squared.Training.FinalLoss} of {squared.Training.InitialLoss}");
        Assert.True(
            cross.Training.FinalLoss < 0.5 * cross.Training.InitialLoss, $"{cross.Training.FinalLoss} of {cross.Training.InitialLoss}");
    }

    [Fact]
    public void The_first_layers_gradients_vanish_with_sigmoid_and_not_with_relu()
    {
        var scene = ShippedLesson.Read("vanishing");
        var phase = scene.Phases.OfType<VanishingOptions>().Single();
        var ratios = phase.Variants.Select(side => GradientSize.PerLayer(new LessonNumbers(side.In(scene)).MeanGradient))
            .Select(sizes => sizes[^1].MeanMagnitude / sizes[0].MeanMagnitude).ToList();

        Assert.All(phase.Variants, side => Assert.Equal(new HeInitialization(), side.Initialization));
        Assert.True(ratios[0] >= 100, $"{ratios[0]}");
        Assert.True(ratios[1] < 10, $"{ratios[1]}");
    }

    [Fact]
    public void The_saturated_output_is_as_far_out_as_the_captions_say()
    {
        var layer = new LessonNumbers(ShippedLesson.Read("saturation")).Step.Backward.Layers[^1];
        Assert.True(Saturation.IsSaturated(layer.Slope[0]));
        Assert.Equal(
            (0.99, 0.0099, 0.0098), (Math.Round(layer.Incoming[0], 3), Math.Round(layer.Slope[0], 4), Math.Round(layer.Delta[0], 4)));
    }

    [Fact]
    public void A_loss_that_hardly_changes_is_written_with_the_digits_that_show_it()
    {
        var lesson = new Lesson(ShippedLesson.Read("saturation"), Lessons.Fonts);
        var frame = lesson.FrameAt(lesson.Chapter("weight_update").EndFrame - 60);
        var arrow = frame.Items.OfType<TextLine>().Single(t => t.Text == "→" && t.Color.Alpha > 128);
        var row = frame.Items.OfType<TextLine>().Where(t => t.Position.Y == arrow.Position.Y && t.Text != "→").OrderBy(t => t.Position.X)
            .Select(t => WrittenNumber.In(t.Text).Single()).ToList();
        var step = new LessonNumbers(ShippedLesson.Read("saturation")).Step;

        Assert.Equal(2, row.Count);
        Assert.True(row[0].StandsFor(step.Loss) && row[1].StandsFor(step.LossAfter), $"{row[0].Text} → {row[1].Text}");
        Assert.True(row[1].Value < row[0].Value, $"{row[0].Text} → {row[1].Text}");
    }

    [Theory]
    [InlineData("1920x1080")]
    [InlineData("1280x720")]
    public void The_formula_of_cross_entropy_in_its_box_can_be_read(string size)
    {
        var lesson = new Lesson(ShippedLesson.Read("cross-entropy", $"video.size={size}"), Lessons.Fonts);
        var box = lesson.FrameAt(lesson.Chapter("loss").EndFrame - 60).Items.OfType<FormulaText>()
            .Single(f => f.Source.Contains("aligned", StringComparison.Ordinal));
        Assert.True(box.Size >= 30, $"{box.Size}");
    }
}
