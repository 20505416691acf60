using BackpropAnimator.Lessons;
using BackpropAnimator.Network;

namespace BackpropAnimator.Script.Tests;

/// <summary>How a scene says that its network learns.</summary>
public class TrainingTests
{
    const string Small = "network: { layers: [2, 3, 1] }\nphases: [intro]\n";

    [Theory]
    [InlineData("full", null)]
    [InlineData("sample", 1)]
    [InlineData("1", 1)]
    [InlineData("16", 16)]
    public void A_batch_is_everything_or_a_number_of_samples(string batch, int? samples) =>
        Assert.Equal(samples, Training($"batch: {batch}").Batch.Samples);

    [Theory]
    [InlineData("batch: 0")]
    [InlineData("batch: -3")]
    [InlineData("batch: 2.5")]
    public void A_batch_has_samples(string setting) => Assert.Contains(
        "batch: expected full, sample or a whole number from 1 to 1000000, found", Problem(setting), StringComparison.Ordinal);

    [Fact]
    public void A_schedule_alone_has_the_defaults_of_its_kind()
    {
        foreach (var kind in LearningRateSchedule.All)
            Assert.Equal(kind, Training($"schedule: {kind.Name}").Schedule.Configured);
        Assert.Equal(new ConstantRate(), new TrainingScript().Schedule.Configured);
    }

    [Fact]
    public void A_schedule_has_the_options_of_its_kind()
    {
        Assert.Equal(new StepDecay(20, 0.1), Training("schedule: { kind: step, every: 20, factor: 0.1 }").Schedule.Configured);
        Assert.Equal(new ExponentialDecay(0.9), Training("schedule: { kind: exponential, factor: 0.9 }").Schedule.Configured);
        Assert.Equal(new CosineDecay(0.1), Training("schedule: { kind: cosine, final: 0.1 }").Schedule.Configured);
        Assert.Equal(new LinearDecay(0.2), Training("schedule: { kind: linear, final: 0.2 }").Schedule.Configured);
        Assert.Equal(new WarmUp(5), Training("schedule: { kind: warmup, epochs: 5 }").Schedule.Configured);
    }

    [Fact]
    public void An_optimizer_has_its_options()
    {
        Assert.Equal(
            new AdamW(0.8, 0.99, 1e-6), Training("optimizer: adamw, beta1: 0.8, beta2: 0.99, epsilon: 1e-6").ConfiguredOptimizer);
        Assert.Equal(new RmsProp(0.99), Training("optimizer: rmsprop, rho: 0.99").ConfiguredOptimizer);
        Assert.Equal(new Nesterov(0.5), Training("optimizer: nesterov, momentum: 0.5").ConfiguredOptimizer);
        Assert.Equal(new Adam(), Training("optimizer: adam").ConfiguredOptimizer);
    }

    [Theory]
    [InlineData("optimizer: adam, rho: 0.5", "rho changes nothing: adam has no such option")]
    [InlineData("schedule: { kind: cosine, every: 5 }", "every changes nothing: cosine has no such option")]
    [InlineData("batch: 4, seed: 3", "seed changes nothing: every update sees all samples")]
    public void An_option_without_a_taker_is_a_warning(string setting, string expected) =>
        Assert.Contains($"warning: {expected}", Problem(setting), StringComparison.Ordinal);

    [Fact]
    public void The_seed_of_mini_batches_is_used() => Assert.Equal(3, Training("batch: 2, seed: 3").Seed);

    [Fact]
    public void Without_data_the_optimizer_of_single_updates_is_used_and_the_epochs_are_not()
    {
        Assert.Empty(Scenes.Parse(Scenes.With("title: A lesson", "training: { optimizer: adam }")).Diagnostics);
        Assert.Contains(
            "training changes nothing: there is no data to train on",
            Scenes.Lines(Scenes.Parse(Scenes.With("title: A lesson", "training: { epochs: 5 }")).Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void The_reference_tells_the_keys_of_a_schedule() => Assert.Contains(
        "| `every` | a whole number from 1 to 1000000 |", SceneReference.ToMarkdown(PhaseModule.BuiltIn), StringComparison.Ordinal);

    static TrainingScript Training(string settings) => Scenes.Read(Small + $"data: xor\ntraining: {{ {settings} }}\n").Training;

    static string Problem(string settings) =>
        Scenes.Lines(Scenes.Parse(Small + $"data: xor\ntraining: {{ {settings} }}\n").Diagnostics);
}
