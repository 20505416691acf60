using static BackpropAnimator.Network.Tests.Some;

namespace BackpropAnimator.Network.Tests;

public class DenseNetworkTests
{
    static readonly DenseLayer ThreeToTwo = new(Matrix([1, 2, 3], [4, 5, 6]), Vector(0, 0), new Tanh());

    [Fact]
    public void Layer_sizes_count_the_input()
    {
        var network = DenseNetwork.Seeded([3, 4, 2], [new Sigmoid(), new Tanh()], new HalfSquaredError(), Initialization.Default, seed: 7);

        Assert.Equal([3, 4, 2], network.LayerSizes.AsEnumerable());
        Assert.Equal(3, network.InputCount);
        Assert.Equal(2, network.OutputCount);
        Assert.Equal((4, 3), (network.Layers[0].Weights.RowCount, network.Layers[0].Weights.ColumnCount));
        Assert.Equal([new Sigmoid(), new Tanh()], network.Layers.Select(layer => layer.Activation));
    }

    [Fact]
    public void Activations_are_counted_from_the_input()
    {
        var network = DenseNetwork.Seeded([3, 4, 2], [new Sigmoid(), new Tanh()], new HalfSquaredError(), Initialization.Default, seed: 7);
        var forward = network.Forward(Vector(1, 2, 3));

        Assert.Equal(Vector(1, 2, 3), forward.ActivationsOf(0));
        Assert.Equal(forward.Layers[0].Activation, forward.ActivationsOf(1));
        Assert.Equal(forward.Output, forward.ActivationsOf(2));
    }

    [Fact]
    public void Layers_that_do_not_fit_are_refused()
    {
        var problem = Assert.Throws<ArgumentException>(() => new DenseNetwork([ThreeToTwo, ThreeToTwo], new HalfSquaredError()));

        Assert.StartsWith("Layer 2 takes 3 inputs, but layer 1 has 2 units.", problem.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new DenseNetwork([], new HalfSquaredError()));
        Assert.Throws<ArgumentException>(() => new DenseLayer(Matrix([1, 2]), Vector(1, 2), new Tanh()));
        Assert.Throws<ArgumentException>(() => new DenseLayer(Matrix([1, double.NaN]), Vector(1), new Tanh()));
    }

    [Fact]
    public void Softmax_is_refused_in_a_hidden_layer() => Assert.Throws<ArgumentException>(() => DenseNetwork.Seeded(
        [2, 2, 1], [new Softmax(), new Sigmoid()], new HalfSquaredError(), Initialization.Default, seed: 1));

    [Fact]
    public void Cross_entropy_is_refused_after_outputs_that_are_no_probabilities() =>
        Assert.Throws<ArgumentException>(() => new DenseNetwork([ThreeToTwo], new BinaryCrossEntropy()));

    [Fact]
    public void Inputs_and_targets_of_another_length_are_refused()
    {
        var network = new DenseNetwork([ThreeToTwo], new HalfSquaredError());

        Assert.Throws<ArgumentException>(() => network.Forward(Vector(1, 2)));
        Assert.Throws<ArgumentException>(() => network.Backward(network.Forward(Vector(1, 2, 3)), Vector(1)));
    }

    [Fact]
    public void Passes_through_saturated_layers_stay_finite()
    {
        foreach (var activation in Activation.All.Where(activation => !activation.IsForOutputOnly))
        {
            var network = new DenseNetwork(
                [
                    new DenseLayer(Matrix([1e4, 0], [-1e4, 0], [0, 37]), Vector(0, 0, 0), activation),
                    new DenseLayer(Matrix([1, 1, 1]), Vector(0), activation),
                ],
                new HalfSquaredError());
            var step = new LearningStep(network, Example.Of([1, -1], [0.5]), 0.1);

            Assert.True(double.IsFinite(step.Loss) && double.IsFinite(step.LossAfter));
            Assert.All(
                step.Backward.Layers.SelectMany(layer => layer.WeightGradient.Enumerate()), slope => Assert.True(double.IsFinite(slope)));
        }
    }

    [Fact]
    public void A_target_flip_flips_the_sign_of_every_gradient()
    {
        var network = DenseNetwork.Seeded(
            [2, 3, 1], [new Sigmoid(), new Sigmoid()], new HalfSquaredError(), new UniformInitialization(), seed: 3);
        var forward = network.Forward(Vector(0.4, 0.9));
        var (toZero, toOne) = (network.Backward(forward, Vector(0)).Gradient, network.Backward(forward, Vector(1)).Gradient);

        Assert.All(
            toZero.Layers.Zip(toOne.Layers, (first, second) => first.Weights.PointwiseMultiply(second.Weights)),
            products => Assert.All(products.Enumerate(), product => Assert.True(product < 0)));
    }

    [Fact]
    public void A_batch_of_one_is_the_example_itself()
    {
        var network = DenseNetwork.Seeded([3, 4, 2], [new Tanh(), new Sigmoid()], new HalfSquaredError(), Initialization.Default, seed: 5);
        var example = Example.Of([0.9, 0.1, 0.4], [1, 0]);
        var alone = new LearningStep(network, example, 0.5);
        var batched = new LearningStep(network, example, 0.5, batch: [example]);

        Assert.Equal(alone.Gradient, batched.Gradient);
        Assert.Equal(alone.After, batched.After);
        Assert.Equal(alone.Loss, batched.BatchLoss);
        Assert.Equal(alone.LossAfter, batched.BatchLossAfter);
    }

    [Fact]
    public void The_gradient_of_a_batch_is_the_mean_over_its_examples()
    {
        var network = DenseNetwork.Seeded([2, 2, 1], [new Tanh(), new Sigmoid()], new HalfSquaredError(), Initialization.Default, seed: 5);
        var (first, second) = (Example.Of([0, 1], [1]), Example.Of([1, 1], [0]));
        var mean = network.GradientOver([first, second]).Layers[0].Weights;

        var sum = network.GradientOver([first]).Layers[0].Weights + network.GradientOver([second]).Layers[0].Weights;
        AssertEqual((sum / 2).Enumerate(), mean.Enumerate());
        AssertEqual((network.LossOver([first]) + network.LossOver([second])) / 2, network.LossOver([first, second]));
    }

    [Fact]
    public void A_step_that_is_computed_twice_is_equal()
    {
        static LearningStep Step() => new(
            DenseNetwork.Seeded([3, 4, 2], [new Gelu(), new Softmax()], new CategoricalCrossEntropy(), Initialization.Default, seed: 11),
            Example.Of([0.9, 0.1, 0.4], [1, 0]), 0.5);

        Assert.Equal(Step().Forward, Step().Forward);
        Assert.Equal(Step().Backward, Step().Backward);
        Assert.Equal(Step().After, Step().After);
        Assert.NotEqual(Step().Before, Step().After);
    }
}
