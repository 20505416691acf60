using BackpropAnimator.Drawing;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>A mean over the data is called a mean wherever it stands; the loss of one sample is not.</summary>
public class MeanLabelTests
{
    const string Network = "network: { layers: [2, 2, 1], seed: 3 }\ntraining: 5\n";

    [Theory]
    [InlineData("compare: { left: {}, right: { learning_rate: 0.1 } }", "mean L = ", "Mean loss of 4 samples")]
    [InlineData(
        "compare: { left: {}, right: { loss: binary_cross_entropy } }", "mean L = ", "Mean loss of 4 samples, as a share of its start")]
    [InlineData("outro", "mean L = ", "Mean loss of 4 samples")]
    [InlineData("landscape", "mean L = ", "mean loss of 4 samples: blue is low, red high")]
    [InlineData("nudge", "mean L = ", "mean L of 4 samples over this one weight")]
    [InlineData("train", "loss, mean of 4")]
    public void With_four_samples(string phase, params string[] words)
    {
        var shown = WordsOf($"{Network}data: xor\nphases: [{phase}]\n");

        Assert.All(words, wanted => Assert.Contains(shown, text => text.StartsWith(wanted, StringComparison.Ordinal)));
        Assert.DoesNotContain(shown, text => text.StartsWith("L = ", StringComparison.Ordinal));
    }

    [Fact]
    public void In_a_narrow_place_the_loss_of_a_training_is_a_mean_too() => Assert.Contains(
        WordsOf($"{Network}data: xor\nvideo: {{ size: 1080x1080 }}\nphases: [train: {{ view: loss }}]\n"),
        text => text is "mean loss" or "loss, mean of 4");

    [Fact]
    public void A_lowest_point_of_a_mean_is_a_mean() => Assert.Contains(
        WordsOf("""
            network: { layers: [2, 1], activation: identity, weights: [[[0.2, 0.1]]] }
            data: [{ input: [1, 0], target: [1] }, { input: [0, 1], target: [0] }]
            phases: [landscape: { learning_rates: 0.5 }]
            """),
        text => text.StartsWith("lowest here: mean L = ", StringComparison.Ordinal));

    [Theory]
    [InlineData("compare: { left: {}, right: { learning_rate: 0.1 } }", "L = ", "Loss")]
    [InlineData("outro", "L = ", "Loss of this network")]
    [InlineData("landscape", "L = ", "loss: blue is low, red high")]
    [InlineData("nudge", "loss L = ", "L over this one weight")]
    public void With_one_sample(string phase, params string[] words)
    {
        var shown = WordsOf($"{Network}data: [{{ input: [1, 0], target: [1] }}]\nphases: [{phase}]\n");

        Assert.All(words, wanted => Assert.Contains(shown, text => text.StartsWith(wanted, StringComparison.Ordinal)));
        Assert.DoesNotContain(shown, text => text.Contains("mean ", StringComparison.Ordinal));
    }

    static List<string> WordsOf(string scene)
    {
        var lesson = Lessons.Make(scene);
        return [.. new[] { 0.5, 0.9, 0.99 }.SelectMany(share => lesson.FrameAt((int)(share * lesson.FrameCount)).Items).OfType<TextLine>()
            .Select(line => line.Text).Distinct()];
    }
}
