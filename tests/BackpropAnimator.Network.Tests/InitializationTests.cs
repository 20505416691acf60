using static BackpropAnimator.Network.Tests.Some;

namespace BackpropAnimator.Network.Tests;

public class InitializationTests
{
    [Fact]
    public void A_seed_means_the_same_network_for_ever()
    {
        // Computed by another program, in another language, from the description of the algorithms.
        AssertEqual(
            [0.3713954774872552, -0.4096731176062708, 0.6288678612798508],
            Wide(new Sigmoid(), Initialization.Default, 3, 4).Weights.Row(0), 1e-15);
        AssertEqual(
            [-0.22782213466888276, 1.5511545490534588, 1.7442865568441785],
            Wide(new Relu(), Initialization.Default, 3, 1).Weights.Row(0), 1e-15);
    }

    [Fact]
    public void Another_seed_means_another_network() =>
        Assert.NotEqual(
            Wide(new Sigmoid(), Initialization.Default, 3, 2, seed: 1), Wide(new Sigmoid(), Initialization.Default, 3, 2, seed: 2));

    [Fact]
    public void Xavier_fills_the_range_that_Glorot_and_Bengio_give()
    {
        var weights = Wide(new Tanh(), new XavierInitialization(), 300, 100).Weights.Enumerate().ToArray();
        var limit = Math.Sqrt(6.0 / 400);

        Assert.InRange(weights.Max(), 0.999 * limit, limit);
        Assert.InRange(weights.Min(), -limit, -0.999 * limit);
        Assert.Equal(2.0 / 400, weights.Average(w => w * w), 1e-4);         // limit² / 3
    }

    [Fact]
    public void He_has_the_variance_2_over_inputs() =>
        Assert.Equal(2.0 / 300, Wide(new Relu(), new HeInitialization(), 300, 100).Weights.Enumerate().Average(w => w * w), 2e-4);

    [Theory]
    [InlineData("relu")]
    [InlineData("leaky_relu")]
    [InlineData("elu")]
    [InlineData("gelu")]
    [InlineData("softplus")]
    public void Rectifiers_start_with_He(string name) => Assert.Equal(
        Wide(Some.Activation(name), new HeInitialization(), 5, 3), Wide(Some.Activation(name), Initialization.Default, 5, 3));

    [Theory]
    [InlineData("sigmoid")]
    [InlineData("tanh")]
    [InlineData("identity")]
    [InlineData("softmax")]
    public void Other_activations_start_with_Xavier(string name) => Assert.Equal(
        Wide(Some.Activation(name), new XavierInitialization(), 5, 3), Wide(Some.Activation(name), Initialization.Default, 5, 3));

    [Fact]
    public void Uniform_fills_the_range_that_it_is_given()
    {
        var weights = Wide(new Tanh(), new UniformInitialization(2, 3), 50, 50).Weights.Enumerate().ToArray();

        Assert.InRange(weights.Min(), 2, 2.01);
        Assert.InRange(weights.Max(), 2.99, 3);
    }

    [Fact]
    public void Zeros_are_zeros() =>
        Assert.All(Wide(new Tanh(), new ZeroInitialization(), 4, 3).Weights.Enumerate(), w => Assert.Equal(0, w));

    [Fact]
    public void Biases_start_at_zero()
    {
        foreach (var initialization in Initialization.All)
            Assert.All(Wide(new Relu(), initialization, 4, 3).Biases, b => Assert.Equal(0, b));
    }

    [Fact]
    public void The_range_of_uniform_weights_is_an_option()
    {
        Assert.Equal(new UniformInitialization(-3, 3), new UniformInitialization().Configured(new InitializationOptions(UniformRange: 3)));
        Assert.Equal(new HeInitialization(), new HeInitialization().Configured(new InitializationOptions(UniformRange: 3)));
    }

    static DenseLayer Wide(Activation activation, Initialization initialization, int inputs, int units, long seed = 7) =>
        DenseNetwork.Seeded([inputs, units], [activation], new HalfSquaredError(), initialization, seed).Layers[0];
}
