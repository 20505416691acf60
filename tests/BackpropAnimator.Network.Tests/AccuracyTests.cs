namespace BackpropAnimator.Network.Tests;

public class AccuracyTests
{
    static readonly Example[] signs = [Example.Of([0.3], [1]), Example.Of([0.2], [-1]), Example.Of([-0.4], [-1])];

    [Fact]
    public void Of_several_outputs_the_largest_is_the_answer()
    {
        var network = Through(new Identity(), [1, 0], [0, 1]);

        Assert.Equal(
            new Accuracy(2, 3),
            Accuracy.Of(network, [Example.Of([0.6, 0.4], [1, 0]), Example.Of([0.1, 0.2], [0, 1]), Example.Of([3, 2], [0, 1])]));
    }

    [Fact]
    public void A_single_output_between_0_and_1_is_cut_at_one_half()
    {
        var network = Through(new Identity(), [1]);

        Assert.Equal(
            new Accuracy(2, 3), Accuracy.Of(network, [Example.Of([0.6], [1]), Example.Of([0.4], [0]), Example.Of([0.3], [1])]));
    }

    [Fact]
    public void A_single_output_between_minus_1_and_1_is_cut_at_0() =>
        Assert.Equal(new Accuracy(2, 3), Accuracy.Of(Through(new Tanh(), [1]), signs));

    [Fact]
    public void A_part_of_the_data_is_judged_by_the_rule_of_the_whole()
    {
        var part = signs[..1];

        Assert.Equal(1, Accuracy.Of(Through(new Tanh(), [1]), part, AnswerRule.For(signs)).Share);
        Assert.Equal(0, AnswerRule.For(signs).Cut);
    }

    [Fact]
    public void Measurements_are_no_answers()
    {
        Assert.False(AnswerRule.For([Example.Of([1], [0.5]), Example.Of([1], [1])]).AreAnswers);
        Assert.True(AnswerRule.For([Example.Of([1], [0, 1]), Example.Of([1], [1, 0])]).AreAnswers);
        Assert.True(AnswerRule.For(signs).AreAnswers);
    }

    static DenseNetwork Through(Activation activation, params double[][] weights) =>
        new([new DenseLayer(Some.Matrix(weights), Some.Vector(new double[weights.Length]), activation)], new HalfSquaredError());
}
