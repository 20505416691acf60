using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

public class LessonNumbersTests
{
    const string Network = "network: { layers: [2, 3, 1], activation: [tanh, sigmoid], learning_rate: 0.5, seed: 3 }\nphases: [intro]\n";

    [Fact]
    public void One_sample_is_the_same_as_the_example_alone()
    {
        var alone = Of("example: { input: [0.3, 0.7], target: [1] }\n").Step;
        var batch = Of("data: [{ input: [0.3, 0.7], target: [1] }]\n").Step;

        Assert.Equal(alone.Forward, batch.Forward);
        Assert.Equal(alone.Backward.Gradient, batch.Gradient);
        Assert.Equal(alone.After, batch.After);
        Assert.Equal((alone.Loss, alone.LossAfter), (batch.Loss, batch.LossAfter));
    }

    [Fact]
    public void With_data_the_update_takes_the_averaged_gradient_and_full_batch_training_goes_the_same_way()
    {
        var numbers = Of("data: xor\ntraining: 5\n");

        Assert.Equal(numbers.MeanGradient, numbers.Step.Gradient);
        Assert.Equal(numbers.Training.Losses[1], numbers.Step.BatchLossAfter, 1e-15);
    }

    [Fact]
    public void Sample_by_sample_the_update_takes_the_examples_own_gradient()
    {
        var numbers = Of("data: xor\nexample: { input: [1, 0], target: [1] }\ntraining: { epochs: 5, batch: sample }\n");

        Assert.Equal(numbers.Step.Backward.Gradient, numbers.Step.Gradient);
        Assert.NotEqual(numbers.MeanGradient, numbers.Step.Gradient);
    }

    [Theory]
    [InlineData("epochs: 20")]
    [InlineData("epochs: 20, batch: sample, seed: 9")]
    [InlineData("epochs: 20, optimizer: momentum, momentum: 0.8")]
    [InlineData("epochs: 20, optimizer: adam")]
    public void The_numbers_at_an_epoch_start_from_the_network_that_training_has_by_then(string training)
    {
        var first = Of($"data: xor\ntraining: {{ {training} }}\n");
        var snapshot = first.Train(Recording.At([7])).SnapshotAt(7)!;

        var later = Of($"data: xor\ntraining: {{ {training} }}\n", epoch: 7);

        Assert.Equal(snapshot.Network, later.Step.Before);
        Assert.Equal(
            first.Training.Losses[7],
            later.Step.BatchLoss is var mean && later.Step.Batch.Count > 1 ? mean : later.Step.Before.LossOver(later.Samples), 1e-15);
        Assert.Equal(first.Training, later.Training);
    }

    [Fact]
    public void The_scenes_training_settings_decide_how_training_goes()
    {
        string[] settings =
        [
            "epochs: 20", "epochs: 20, batch: sample", "epochs: 20, batch: sample, seed: 9", "epochs: 20, optimizer: momentum",
            "epochs: 20, optimizer: momentum, momentum: 0.5", "epochs: 20, optimizer: adam",
        ];

        Assert.Equal(settings.Length, settings.Select(s => Of($"data: xor\ntraining: {{ {s} }}\n").Training.FinalLoss).Distinct().Count());
    }

    [Fact]
    public void There_is_no_epoch_beyond_training() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Of("data: xor\ntraining: 5\n", epoch: 6));

    static LessonNumbers Of(string text, int epoch = 0)
    {
        var result = SceneReader.Parse(Network + text, "s.yaml", []);
        Assert.Empty(result.Diagnostics);
        return new(result.Scene!, epoch);
    }
}
