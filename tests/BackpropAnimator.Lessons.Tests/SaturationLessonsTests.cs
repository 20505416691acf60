using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The shipped lessons on saturation: what they claim is so, and they are well set.</summary>
public class SaturationLessonsTests
{
    static Scene Read(string name) => Lessons.Read(File.ReadAllText(Path.Combine(Repository.Root, "scenes", name + ".yaml")));

    public static TheoryData<string, string> ScenesInShapes()
    {
        var all = new TheoryData<string, string>();
        foreach (var name in new[] { "saturation", "cross-entropy", "vanishing" })
            foreach (var shape in new[] { "1920x1080", "1080x1920", "1080x1080" }) all.Add(name, shape);
        return all;
    }

    [Theory, MemberData(nameof(ScenesInShapes))]
    public void They_are_well_set_and_true(string name, string shape)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "scenes", name + ".yaml"));
        var scene = Lessons.Read(text, $"video.size={shape}");
        Assert.Empty(LessonChecks.Run(scene, Lessons.Fonts).Select(d => d.ToString()));
        var lesson = new Lesson(scene, Lessons.Fonts);
        Assert.Empty(LayoutCheck.Run(lesson, Lessons.Fonts).Select(p => FormattableString.Invariant($"{lesson.Chapters[p.Phase].Kind} {p.Time:0.00} s: {p.Message}")));
        Assert.InRange(lesson.Duration, 60, 180);
        Assert.All(scene.Phases, phase => Assert.False(string.IsNullOrEmpty(phase.Caption), phase.Kind));
    }

    [Fact]
    public void Cross_entropy_halves_its_loss_while_squared_error_keeps_95_percent_of_its_own()
    {
        var scene = Read("cross-entropy");
        var compare = scene.Phases.OfType<ComparePhase>().Single();
        var (squared, cross) = (new LessonNumbers(compare.Left.In(scene)), new LessonNumbers(compare.Right.In(scene)));

        Assert.Equal(squared.Network.Layers.Select(l => (l.Weights, l.Biases)), cross.Network.Layers.Select(l => (l.Weights, l.Biases)));
        Assert.Equal(squared.Training.Epochs, cross.Training.Epochs);
        Assert.True(squared.Training.FinalLoss > 0.95 * squared.Training.InitialLoss, $"{squared.Training.FinalLoss} of {squared.Training.InitialLoss}");
        Assert.True(cross.Training.FinalLoss < 0.5 * cross.Training.InitialLoss, $"{cross.Training.FinalLoss} of {cross.Training.InitialLoss}");
    }

    [Fact]
    public void The_first_layers_gradients_vanish_with_sigmoid_and_not_with_relu()
    {
        var scene = Read("vanishing");
        var phase = scene.Phases.OfType<VanishingPhase>().Single();
        var ratios = phase.Variants.Select(side => GradientSize.PerLayer(new LessonNumbers(side.In(scene)).MeanGradient)).Select(sizes => sizes[^1].MeanMagnitude / sizes[0].MeanMagnitude).ToList();

        Assert.All(phase.Variants, side => Assert.Equal(InitializationKind.He, side.Initialization));
        Assert.True(ratios[0] >= 100, $"{ratios[0]}");
        Assert.True(ratios[1] < 10, $"{ratios[1]}");
    }

    [Fact]
    public void The_saturated_output_is_as_far_out_as_the_captions_say()
    {
        var layer = new LessonNumbers(Read("saturation")).Step.Backward.Layers[^1];
        Assert.True(Saturation.IsSaturated(layer.Slope[0]));
        Assert.Equal((0.99, 0.0099, 0.0098), (Math.Round(layer.Incoming[0], 3), Math.Round(layer.Slope[0], 4), Math.Round(layer.Delta[0], 4)));
    }
}
