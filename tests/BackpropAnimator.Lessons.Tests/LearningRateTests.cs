using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>What phases that train show of schedules and optimizers.</summary>
public class LearningRateTests
{
    static string Train(string training) => $$"""
        network: { layers: [2, 2, 1], learning_rate: 0.8, seed: 133 }
        data: xor
        training: { epochs: 10, {{training}} }
        video: { fps: 30 }
        phases: [train: 12s]
        """;

    static List<TextLine> NotesOf(string training)
    {
        var lesson = Lessons.Make(Train(training));
        return [.. lesson.Chapters[0].Frames(every: 3).SelectMany(n => lesson.FrameAt(n).Items.OfType<TextLine>())
            .Where(line => line.Text.StartsWith("learning rate ", StringComparison.Ordinal))];
    }

    [Fact]
    public void Training_tells_each_learning_rate_of_a_schedule_in_its_turn() => Assert.Equal(
        ["learning rate 0.800", "learning rate 0.400", "learning rate 0.200"],
        NotesOf("schedule: { kind: step, every: 4 }").Select(line => line.Text).Distinct());

    [Fact]
    public void A_learning_rate_that_has_just_changed_is_lit()
    {
        var notes = NotesOf("schedule: { kind: step, every: 4 }");
        var first = notes.FindIndex(line => line.Text == "learning rate 0.400");

        Assert.Equal(Palette.Dark.Text, notes[first].Color);
        Assert.Equal(Palette.Dark.Secondary, notes[first - 1].Color);
        Assert.Contains(notes.Skip(first), line => line.Text == "learning rate 0.400" && line.Color == Palette.Dark.Secondary);
    }

    [Fact]
    public void A_constant_learning_rate_is_no_news() => Assert.Empty(NotesOf("optimizer: adam"));

    [Theory]
    [InlineData("optimizer: adam", "Adam", "Gradient descent")]
    [InlineData("schedule: cosine", "Cosine learning rate", "Constant learning rate")]
    [InlineData("batch: 2", "Batches of 2", "Full batches")]
    [InlineData("weight_decay: 0.01", "λ = 0.01", "λ = 0")]
    public void Sides_of_a_comparison_are_called_after_how_they_are_trained(string left, string leftName, string rightName)
    {
        var compare = (CompareOptions)Lessons.Read($$"""
            network: { layers: [2, 2, 1] }
            data: xor
            phases: [compare: { left: { training: { {{left}} } }, right: {} }]
            """).Phases[0];

        Assert.Equal((leftName, rightName), VariantNames.Of(compare.Left, compare.Right, Words.Of("en")));
    }

    [Fact]
    public void Each_side_of_a_comparison_is_trained_in_its_own_way()
    {
        var scene = Lessons.Read("""
            network: { layers: [2, 2, 1], seed: 5 }
            data: xor
            training: { epochs: 20 }
            phases: [compare: { left: { training: { optimizer: adamw, schedule: linear, batch: 3 } }, right: {} }]
            """);
        var run = new TrainingRun(new(((CompareOptions)scene.Phases[0]).Left.In(scene)));

        var expected = Trainer.Train(NetworkFactory.NetworkOf(scene.Network), new()
        {
            Examples = LogicGates.Xor, Epochs = 20, LearningRate = 0.5, BatchSize = 3, OrderSeed = 5, Optimizer = new AdamW(),
            Schedule = new LinearDecay(),
        });
        Assert.Equal(expected.Losses, run.Losses);
    }

    [Theory]
    [InlineData("momentum", " with momentum")]
    [InlineData("gradient_descent", "")]
    public void A_landscape_is_walked_as_the_optimizer_walks(string optimizer, string means)
    {
        var scene = Lessons.Read($$"""
            network: { layers: [2, 1], seed: 5 }
            data: and
            training: { optimizer: {{optimizer}} }
            phases: [landscape: { learning_rates: 0.4, steps: 12, start: [-1, 1], x: "input[0] -> output[0]", y: "input[1] -> output[0]" }]
            """);
        var lesson = new Lesson(scene, Lessons.Fonts);
        var texts = lesson.FrameAt((int)(lesson.FrameCount * 0.9)).Items.OfType<TextLine>().Select(line => line.Text).ToList();

        // w ← w − η v with v ← β v + ∂L/∂w, over two weights alone.
        var (network, x, y) = (NetworkFactory.NetworkOf(scene.Network), -1.0, 1.0);
        var (vx, vy, beta) = (0.0, 0.0, optimizer == "momentum" ? 0.9 : 0);
        WeightAddress toX = new(0, 0, 0), toY = new(0, 1, 0);
        for (var n = 0; n < 12; n++)
        {
            var gradient = network.With(toX, x).With(toY, y).GradientOver(LogicGates.And);
            (vx, vy) = (beta * vx + gradient.WeightAt(toX), beta * vy + gradient.WeightAt(toY));
            (x, y) = (x - 0.4 * vx, y - 0.4 * vy);
        }

        Assert.Contains($"mean L = {Numbers.Fine(network.With(toX, x).With(toY, y).LossOver(LogicGates.And))}", texts);
        Assert.Contains($"step 12 of 12{means}", texts);
    }
}
