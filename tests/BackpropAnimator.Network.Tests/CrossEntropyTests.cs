using static BackpropAnimator.Network.Tests.Some;

namespace BackpropAnimator.Network.Tests;

/// <summary>Cross-entropy of outputs that are rounded to 0 or 1, against ln a worked out from z by hand.</summary>
public class CrossEntropyTests
{
    // −ln σ(z), for a z far out: ln(1 + e⁻ᶻ) is e⁻ᶻ there to all digits, and ln(1 + eᶻ) is z.
    [Theory]
    [InlineData(800, 0, 800)]
    [InlineData(-800, 1, 800)]
    [InlineData(800, 1, 0)]
    [InlineData(40, 0, 40)]
    [InlineData(40, 1, 4.248354255291589e-18)]
    [InlineData(-40, 0, 4.248354255291589e-18)]
    [InlineData(1000, 0.25, 750)]
    public void Binary_cross_entropy_is_that_of_the_logit_of_a_sigmoid(double z, double target, double loss) =>
        AssertLoss(loss, "sigmoid", "binary_cross_entropy", [z], [target]);

    // −ln of a softmax is the logarithm of the sum of all powers, less its own z.
    [Theory]
    [InlineData(new double[] { 800, 0, -5 }, new double[] { 0, 1, 0 }, 800)]
    [InlineData(new double[] { 800, 0, -5 }, new double[] { 1, 0, 0 }, 0)]
    [InlineData(new double[] { 50, 0 }, new double[] { 1, 0 }, 1.9287498479639178e-22)]
    [InlineData(new double[] { 1000, 1000, 0 }, new double[] { 0.5, 0.5, 0 }, 0.6931471805599453)]
    [InlineData(new double[] { -2000, -1200, -1000 }, new double[] { 0.5, 0.25, 0.25 }, 550)]
    public void Categorical_cross_entropy_is_that_of_the_logits_of_a_softmax(double[] z, double[] target, double loss) =>
        AssertLoss(loss, "softmax", "categorical_cross_entropy", z, target);

    // The other two pairs: ln σ(z) again, and 1 − a of a softmax is what the other units have.
    [Theory]
    [InlineData("sigmoid", "categorical_cross_entropy", new double[] { -800, 3 }, new double[] { 1, 0 }, 800)]
    [InlineData("softmax", "binary_cross_entropy", new double[] { 800, 0 }, new double[] { 0, 0 }, 800)]
    [InlineData("softmax", "binary_cross_entropy", new double[] { 800, 0 }, new double[] { 0, 1 }, 1600)]
    public void No_pair_of_a_cross_entropy_and_an_output_ends_at_a_clamp(
        string output, string kind, double[] z, double[] target, double loss) => AssertLoss(loss, output, kind, z, target);

    [Theory]
    [InlineData("sigmoid", "binary_cross_entropy")]
    [InlineData("softmax", "categorical_cross_entropy")]
    [InlineData("sigmoid", "categorical_cross_entropy")]
    [InlineData("softmax", "binary_cross_entropy")]
    public void From_z_and_from_a_it_is_the_same_where_a_has_its_digits(string output, string kind)
    {
        for (var seed = 1; seed <= 50; seed++)
        {
            var network = DenseNetwork.Seeded(
                [2, 3], [Some.Activation(output)], Some.Loss(kind), new UniformInitialization(-4, 4), seed);
            var (forward, target) = (network.Forward(Vector(0.5, -1)), Vector(0.2, 0.8, 0));

            AssertEqual(network.Loss.Value(forward.Output, target), network.Backward(forward, target).Loss);
        }
    }

    // A layer of one input that is 1 has its weights as its z. Training measures the loss in a way of its own.
    static void AssertLoss(double expected, string output, string kind, double[] z, double[] target)
    {
        var network = new DenseNetwork(
            [new DenseLayer(Matrix([.. z.Select(value => new[] { value })]), Vector(new double[z.Length]), Some.Activation(output))],
            Some.Loss(kind));
        var example = new Example(Vector(1), Vector(target));
        var trained = Trainer.Train(network, new TrainingPlan { Examples = [example], Epochs = 0, LearningRate = 1 });

        foreach (var loss in new[] { network.Backward(network.Forward(example.Input), example.Target).Loss, trained.InitialLoss })
            Assert.True(Math.Abs(loss - expected) <= 1e-12 * Math.Abs(expected), $"expected {expected:R}, got {loss:R}");
    }
}
