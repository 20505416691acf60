using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The optimizer that a scene names makes the updates that its lesson shows, one after the other.</summary>
public class OptimizerUpdateTests
{
    const string Pass = "{ loss: 1s }, { backward: 2s }, { weight_update: 8s }";

    static string Text(string training, string phases = "{ forward: 1s }, " + Pass, string data = "") => $$"""
        network: { layers: [2, 3, 1], activation: [tanh, sigmoid], loss: binary_cross_entropy, learning_rate: 0.2, seed: 3 }
        example: { input: [1, 0], target: [1] }
        training: { {{training}} }
        {{data}}
        phases: [{{phases}}]
        """;

    public static TheoryData<string> Optimizers() => [.. Optimizer.All.Select(optimizer => optimizer.Name)];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void The_weights_end_as_the_optimizer_moves_them(string name)
    {
        var scene = Lessons.Read(Text($"optimizer: {name}, weight_decay: 0.05"));

        AssertShows(Updated(scene, 1).Network, new(scene, Lessons.Fonts), scene);
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void A_second_update_goes_on_from_what_the_first_has_left(string name)
    {
        var scene = Lessons.Read(
            Text($"optimizer: {name}, schedule: {{ kind: step, every: 1 }}", "{ forward: 1s }, " + Pass + ", " + Pass));

        AssertShows(Updated(scene, 2).Network, new(scene, Lessons.Fonts), scene);
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void A_training_goes_on_from_the_updates_before_it(string name)
    {
        var scene = Lessons.Read(Text(
            $"optimizer: {name}, epochs: 12, batch: 3, schedule: linear",
            "{ forward: 1s }, " + Pass + ", { train: { duration: 3s, epochs: 5 } }, { forward: 3s }", "data: xor"));
        var first = Trainer.Update(NetworkFactory.NetworkOf(scene.Network), PlanOf(scene), null, 1);
        var expected = Trainer.Train(first.Network, PlanOf(scene) with { Epochs = 5 }, first.State);

        AssertShows(expected.Network, new(scene, Lessons.Fonts), scene);
        Assert.Equal(11, expected.State.Steps);
    }

    [Theory]
    [InlineData("full", 4)]
    [InlineData("3", 3)]
    [InlineData("sample", 1)]
    [InlineData("7", 4)]
    public void An_update_takes_the_batch_whose_turn_it_is(string batch, int samples)
    {
        var scene = Lessons.Read(Text($"batch: {batch}", data: "data: xor"));
        var step = new LessonNumbers(scene).Step;

        Assert.Equal(samples, step.Batch.Count);
        Assert.Equal(samples == 1 ? [step.Example] : PlanOf(scene).BatchAt(0), step.Batch);
        var texts = Formulas(new(scene, Lessons.Fonts));
        Assert.Equal(samples > 1, texts.Any(text => text.Contains($@"\tfrac{{1}}{{{samples}}} \sum", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("1920x1080")]
    [InlineData("1080x1920")]
    [InlineData("1080x1080")]
    public void Every_line_of_Adam_is_on_some_page(string size)
    {
        var scene = Lessons.Read(Text("optimizer: adamw, weight_decay: 0.01"), $"video.size={size}");
        var step = new LessonNumbers(scene).Step;
        var edge = Focus.EdgeOf(new LessonStage(scene, Lessons.Fonts), step, 1);
        var texts = Formulas(new(scene, Lessons.Fonts));

        foreach (var line in step.WorkingOf(new WeightAddress(edge.Layer, edge.From, edge.To), "w", @"\partial L / \partial w"))
        {
            var rule = $"{line.Result.Symbol} {line.Relation} {line.Formula}";
            Assert.Contains(texts, text => text.EndsWith(rule, StringComparison.Ordinal));
            Assert.Contains(
                texts.Where(text => text.StartsWith('=') || text.StartsWith(@"\approx ", StringComparison.Ordinal)),
                text => WrittenNumber.In(text).LastOrDefault().StandsFor(line.Result.Value));
        }
    }

    [Theory]
    [InlineData("1920x1080")]
    [InlineData("1080x1920")]
    [InlineData("1080x1080")]
    public void The_lines_stay_within_the_panel(string size)
    {
        foreach (var name in Optimizer.All.Select(optimizer => optimizer.Name))
        {
            var scene = Lessons.Read(Text($"optimizer: {name}, weight_decay: 0.012, schedule: exponential"), $"video.size={size}");
            var lesson = new Lesson(scene, Lessons.Fonts);
            var panel = new LessonStage(scene, Lessons.Fonts).Layout.Formula;
            foreach (var n in lesson.Chapter("weight_update").Frames(every: 20))
                foreach (var formula in lesson.FrameAt(n).Items.OfType<FormulaText>().Where(f => panel.Contains(f.Origin.X, f.Origin.Y)))
                {
                    var ink = Lessons.Fonts.Lay(formula.Source, formula.Size).BoundsAt(formula.Origin);
                    Assert.True(panel.Contains(ink), $"{name}: {formula.Source}: {ink} in {panel}");
                }
        }
    }

    [Fact]
    public void The_heading_names_an_optimizer_that_is_not_gradient_descent()
    {
        Assert.Equal("Weight update", new Lesson(Lessons.Read(Text("weight_decay: 0.1")), Lessons.Fonts).Chapter("weight_update").Title);
        Assert.Equal(
            "Weight update: RMSprop", new Lesson(Lessons.Read(Text("optimizer: rmsprop")), Lessons.Fonts).Chapter("weight_update").Title);
    }

    [Fact]
    public void A_phase_with_more_to_read_lasts_longer_unless_the_scene_says_how_long()
    {
        double Seconds(string training, string phase) =>
            Lessons.Read(Text(training, $"forward, loss, backward, {phase}")).Phases[^1].Duration;

        Assert.Equal([6, 10, 14], new[] { "epochs: 1", "optimizer: momentum", "optimizer: adam" }.Select(t => Seconds(t, "weight_update")));
        Assert.Equal(6, Seconds("optimizer: adam", "{ weight_update: 6s }"));
        Assert.Equal(7, Seconds("optimizer: adam", "{ weight_update: { duration: 7s } }"));
        Assert.Equal(14, Seconds("optimizer: adam", "{ weight_update: { caption: Two moments } }"));
    }

    [Fact]
    public void The_outro_goes_on_from_the_updates_before_it()
    {
        var scene = Lessons.Read(Text("optimizer: adam", "{ forward: 1s }, " + Pass + ", { outro: { duration: 2s, steps: 9 } }"));
        var lesson = new Lesson(scene, Lessons.Fonts);

        var last = Updated(scene, 10).FinalLoss;
        Assert.Contains(
            lesson.FrameAt(lesson.Chapter("outro").FirstFrame + lesson.Rate.FrameAt(1.8)).Items.OfType<TextLine>(),
            line => line.Text == "L = " + Numbers.Fine(last));
    }

    [Fact]
    public void A_step_that_the_trace_tells_is_the_step_that_is_shown()
    {
        var scene = Lessons.Read(Text("optimizer: nesterov, weight_decay: 0.1"));
        var step = new LessonNumbers(scene, epoch: 1).Step;

        Assert.Equal(2, step.Number);
        Assert.Equal(Updated(scene, 1).Network, step.Before);
        Assert.Equal(Updated(scene, 2).Network, step.After);
    }

    static TrainingPlan PlanOf(Scene scene) => NetworkFactory.PlanOf(
        scene, scene.Data is null ? [NetworkFactory.ExampleOf(scene.Example)] : [.. scene.Data.Samples.Select(NetworkFactory.ExampleOf)]);

    static TrainingHistory Updated(Scene scene, int updates) =>
        Trainer.Update(NetworkFactory.NetworkOf(scene.Network), PlanOf(scene), null, updates);

    static void AssertShows(DenseNetwork expected, Lesson lesson, Scene scene)
    {
        var screen = new NetworkOnScreen(lesson.FrameAt(lesson.FrameCount - 1), scene.Network.Layers);
        Assert.Equal(9, screen.Weights.Count);
        Assert.All(screen.Weights, w => Assert.True(
            w.Value.StandsFor(expected.Layers[w.Key.Layer].Weights[w.Key.To, w.Key.From]),
            $"{w.Key}: {w.Value.Text} for {expected.Layers[w.Key.Layer].Weights[w.Key.To, w.Key.From]}"));
    }

    static List<string> Formulas(Lesson lesson) =>
        [.. lesson.Chapter("weight_update").Frames(every: 5).SelectMany(n => lesson.FrameAt(n).Items.OfType<FormulaText>())
            .Select(formula => formula.Source).Distinct()];
}
