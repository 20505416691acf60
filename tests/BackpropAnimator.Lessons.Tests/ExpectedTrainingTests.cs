using System.Globalization;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>What a claim says of training is said of the training that the lesson shows.</summary>
public class ExpectedTrainingTests
{
    const string Data = """
        network: { layers: [2, 2, 1], seed: 133, learning_rate: 2 }
        data: xor
        training: { epochs: 30, batch: sample }

        """;

    // An update before it, another number of epochs, or both make another training than the scene's own from its first network.
    [Theory]
    [InlineData("forward, loss, backward, weight_update, train")]
    [InlineData("train: { epochs: 12 }")]
    [InlineData("train: { epochs: 12 }, forward, loss, backward, weight_update, train: { epochs: 7, name: again }")]
    public void The_final_loss_is_the_one_on_screen(string phases)
    {
        var text = $"{Data}phases: [{phases}]\n";
        var lesson = Lessons.Make(text);
        var shown = lesson.FrameAt(lesson.FrameCount - 1).Items.OfType<TextLine>().Select(line => line.Text)
            .Single(words => words.StartsWith("0.", StringComparison.Ordinal) && words.Length == 6);
        var loss = double.Parse(shown, CultureInfo.InvariantCulture);

        Assert.Equal([], Failed(text, $"final_loss == {shown} within 0.00006"));
        Assert.NotEmpty(Failed(text, $"final_loss > {loss + 0.0002:0.####}"));
    }

    [Fact]
    public void There_is_no_epoch_after_those_that_are_shown()
    {
        var result = SceneReader.Parse($"{Data}phases: [train: {{ epochs: 12 }}]\nexpect: loss(13) < 1\n", "s.yaml", []);

        Assert.Contains(result.Diagnostics, problem => problem.Message == "expect: there is no epoch 13: training has 12");
    }

    static IEnumerable<string> Failed(string text, string claim) =>
        LessonChecks.Run(Lessons.Read($"{text}expect: {claim}\n"), Lessons.Fonts).Select(problem => problem.Message);
}
