using BackpropAnimator.Lessons;
using BackpropAnimator.Network;

namespace BackpropAnimator.Script.Tests;

/// <summary>Networks that phases set beside the scene's own, written as changes to it.</summary>
public class VariantTests
{
    static CompareOptions Compare(string sides, params string[] overrides) =>
        (CompareOptions)Scenes.Read(Scenes.With("- outro", $"- compare: {{ {sides} }}"), overrides).Phases[^1];

    [Fact]
    public void A_side_has_the_scenes_network_with_what_it_changes()
    {
        var compare = Compare("left: { loss: mean_squared_error }, right: { activation: [relu, sigmoid], seed: 8, name: ReLU }");

        Assert.Equal(new MeanSquaredError(), compare.Left.Loss);
        Assert.Equal((7, 0.5), (compare.Left.Seed, compare.Left.LearningRate));
        Assert.Equal([3, 4, 2], compare.Left.Layers.ToArray());
        Assert.Equal([new Relu(), new Sigmoid()], compare.Right.Activations.ToArray());
        Assert.Equal(new HalfSquaredError(), compare.Right.Loss);
        Assert.Equal((8, "ReLU"), (compare.Right.Seed, compare.Right.Name));
    }

    [Fact]
    public void Both_sides_are_trained_as_the_scene_is_but_for_what_they_change()
    {
        var scene = Scenes.Read(Scenes.With("- outro", "- compare: { left: { training: { optimizer: adam } }, right: {} }")
            + "data: { rows: [{ input: [1, 2, 3], target: [1, 0] }] }\ntraining: { epochs: 30, batch: sample }\n");
        var compare = (CompareOptions)scene.Phases[^1];

        Assert.Equal(new Adam(), compare.Left.Training.Optimizer);
        Assert.Equal((BatchSize.Sample, 30), (compare.Left.Training.Batch, compare.Left.Training.Epochs));
        Assert.Equal(new GradientDescent(), compare.Right.Training.Optimizer);
        Assert.Equal((BatchSize.Sample, 30), (compare.Right.Training.Batch, compare.Right.Training.Epochs));
    }

    [Fact]
    public void The_phases_own_epochs_are_those_of_both_sides()
    {
        var compare = Compare("left: {}, right: {}, epochs: 12");
        Assert.Equal((12, 12), (compare.Left.Training.Epochs, compare.Right.Training.Epochs));
    }

    [Theory]
    [InlineData("left: { loss: mean_squared_error }, right: {}", LossScaleKind.Relative)]
    [InlineData("left: { learning_rate: 0.1 }, right: {}", LossScaleKind.Absolute)]
    [InlineData("left: { learning_rate: 0.1 }, right: {}, scale: relative", LossScaleKind.Relative)]
    public void Losses_of_different_kinds_are_compared_by_their_shares(string sides, LossScaleKind scale) =>
        Assert.Equal(scale, Compare(sides).Scale);

    [Fact]
    public void A_side_can_be_overridden_like_any_key() =>
        Assert.Equal(0.25, Compare("left: { seed: 1 }, right: {}", "phases.compare.left.learning_rate=0.25").Left.LearningRate);

    [Fact]
    public void Without_data_both_sides_learn_the_example()
    {
        var scene = Scenes.Read(Scenes.With("- outro", "- compare: { left: {}, right: {} }"));
        Assert.Equal([scene.Example], scene.Phases[^1].Variants[0].In(scene).Data!.Samples.ToArray());
    }

    [Fact]
    public void The_sides_of_vanishing_are_the_network_and_the_same_with_relu()
    {
        var phase = (VanishingOptions)Scenes.Read(Scenes.With("- outro", "- vanishing")).Phases[^1];

        Assert.Equal([new Sigmoid(), new Sigmoid()], phase.Left!.Activations.ToArray());
        Assert.Equal([new Relu(), new Sigmoid()], phase.Right!.Activations.ToArray());
        Assert.Equal(7, phase.Right.Seed);
    }

    [Theory]
    [InlineData("left: { loss: mze }, right: {}", "s.yaml:20:30: error: loss: expected one of half_squared_error")]
    [InlineData(
        "left: { layers: [2, 2], activation: sigmoid }, right: {}",
        "s.yaml:20:32: error: layers: both sides see the scene's example, with 3 inputs and 2 outputs, and these have 2 and 2")]
    [InlineData(
        "left: { activation: tanh, loss: binary_cross_entropy }, right: {}",
        "s.yaml:20:48: error: loss: cross-entropy needs outputs between 0 and 1")]
    [InlineData(
        "left: { training: { epochs: 5 } }, right: {}",
        "s.yaml:20:44: error: epochs: both sides go in step, for the same number of epochs")]
    [InlineData("left: { expect: loss_afer < 1 }, right: {}", "s.yaml:20:32: error: expect: there is no number called 'loss_afer'")]
    [InlineData("left: { weihgts: [] }, right: {}", "s.yaml:20:24: error: unknown key 'weihgts' in left")]
    [InlineData("left: {}", "s.yaml:20:14: error: compare has no 'right'")]
    public void What_is_wrong_with_a_side_is_told_where_it_is_written(string sides, string expected)
    {
        var result = Scenes.Parse(Scenes.With("- outro", $"- compare: {{ {sides} }}"));

        Assert.Null(result.Scene);
        Assert.StartsWith(expected, Assert.Single(result.Diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_changes_nothing_on_a_side_is_told()
    {
        var result = Scenes.Parse(Scenes.With("- outro", "- compare: { left: { leaky_slope: 0.2 }, right: {} }"));
        Assert.Equal(
            "s.yaml:20:37: warning: leaky_slope changes nothing: no layer's activation is leaky_relu",
            Assert.Single(result.Diagnostics).ToString());
    }

    [Fact]
    public void A_vanishing_side_has_no_training_to_claim_something_of() => Scenes.AssertRefused(
        Scenes.With("- outro", "- vanishing: { left: { expect: final_loss < 1 } }"),
        "s.yaml:20:34: error: expect: final_loss is about training, and there is no data to train on",
        "  hint: for example data: xor");
}
