using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network.Tests;

public class OutputFieldTests
{
    static readonly double[] xs = [-1, 0.25, 2], ys = [3, -0.5];

    static DenseNetwork NetworkOf(int inputs, params Activation[] activations) => DenseNetwork.Seeded(
        [inputs, .. Enumerable.Repeat(3, activations.Length)], activations, new HalfSquaredError(), Initialization.Default, seed: 5);

    [Fact]
    public void Each_point_has_the_pre_activations_of_its_own_forward_pass()
    {
        var network = NetworkOf(2, new Tanh(), new Softmax());
        var fields = OutputField.PreActivations(network, xs, ys);
        Assert.Equal(3, fields.Length);
        for (var r = 0; r < ys.Length; r++)
            for (var c = 0; c < xs.Length; c++)
                Assert.Equal(Pass(network, xs[c], ys[r]).Layers[^1].PreActivation, fields.Select(field => field[r, c]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Activations_of_many_passes_are_those_of_each(bool together)
    {
        Activation output = together ? new Softmax() : new Sigmoid();
        var network = NetworkOf(2, new Tanh(), output);
        var z = OutputField.PreActivations(network, xs, ys).Select(field => field.Cast<double>().ToArray()).ToArray();
        var a = OutputField.Activations(output, z);
        for (var n = 0; n < z[0].Length; n++)
            Assert.Equal(Pass(network, xs[n % xs.Length], ys[n / xs.Length]).Output, a.Select(row => row[n]));
    }

    [Fact]
    public void A_network_of_other_than_two_inputs_has_no_plane() =>
        Assert.Throws<ArgumentException>(() => OutputField.PreActivations(NetworkOf(3, new Tanh()), xs, ys));

    static ForwardPass Pass(DenseNetwork network, double x, double y) => network.Forward(Vector<double>.Build.Dense([x, y]));
}
