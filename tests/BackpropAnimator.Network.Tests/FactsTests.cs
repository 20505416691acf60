using static BackpropAnimator.Network.Tests.Some;

namespace BackpropAnimator.Network.Tests;

public class FactsTests
{
    static readonly DenseNetwork Network =
        DenseNetwork.Seeded([2, 3, 1], [new Tanh(), new Sigmoid()], new HalfSquaredError(), new UniformInitialization(), seed: 3);

    [Fact]
    public void A_unit_is_saturated_where_its_slope_is_below_the_threshold()
    {
        // σ(3) = 0.9526 has slope 0.0452, σ(2) = 0.8808 has slope 0.1050
        var network = new DenseNetwork([new DenseLayer(Matrix([3], [2], [-3]), Vector(0, 0, 0), new Sigmoid())], new HalfSquaredError());
        var backward = network.Backward(network.Forward(Vector(1)), Vector(0, 0, 0));

        Assert.Equal([new UnitAddress(0, 0), new UnitAddress(0, 2)], Saturation.Of(backward).AsEnumerable());
        Assert.Equal(3, Saturation.Of(backward, threshold: 0.2).Length);
        Assert.Empty(Saturation.Of(backward, threshold: 0.01));
    }

    [Fact]
    public void A_relu_that_is_off_for_every_sample_is_dead()
    {
        var network = new DenseNetwork(
            [
                new DenseLayer(Matrix([1, 1], [-1, -1], [1, -1]), Vector(-1.5, 0, 0), new Relu()),
                new DenseLayer(Matrix([1, 1, 1]), Vector(0), new Identity()),
            ],
            new HalfSquaredError());

        // x₁ + x₂ − 1.5 is on for (1, 1) only, −x₁ − x₂ never, x₁ − x₂ for (1, 0)
        Assert.Equal([new UnitAddress(0, 1)], DeadUnits.Over(network, LogicGates.Xor).AsEnumerable());
        Assert.Equal(
            [new UnitAddress(0, 0), new UnitAddress(0, 1)],
            DeadUnits.Over(network, [LogicGates.Xor[0], LogicGates.Xor[2]]).AsEnumerable());
        Assert.All(network.GradientOver(LogicGates.Xor).Layers[0].Weights.Row(1), slope => Assert.Equal(0, slope));
    }

    [Fact]
    public void Only_relu_units_die()
    {
        var network = new DenseNetwork([new DenseLayer(Matrix([-1, -1]), Vector(-1), new LeakyRelu(0))], new HalfSquaredError());

        Assert.Empty(DeadUnits.Over(network, LogicGates.Or));
    }

    [Fact]
    public void The_size_of_a_gradient_is_its_norm_and_its_mean_magnitude()
    {
        var gradient = new Gradient([new LayerGradient(Matrix([3, 0], [-4, 0]), Vector(9, 9))]);

        Assert.Equal([new GradientSize(Norm: 5, MeanMagnitude: 1.75)], GradientSize.PerLayer(gradient).AsEnumerable());
    }

    [Fact]
    public void Gradients_vanish_in_a_deep_sigmoid_network_but_not_with_relu()
    {
        double Ratio(Activation activation)
        {
            var network = DenseNetwork.Seeded(
                [6, 6, 6, 6, 6, 6, 6], [.. Enumerable.Repeat(activation, 6)], new HalfSquaredError(), Initialization.Default, seed: 1);
            var sizes = GradientSize.PerLayer(network.GradientOver([Example.Of([1, 0.5, 0.2, 0.8, 0.4, 0.9], [0, 1, 0, 1, 0, 1])]));
            return sizes[0].MeanMagnitude / sizes[^1].MeanMagnitude;
        }

        Assert.True(Ratio(new Sigmoid()) < 0.01);
        Assert.True(Ratio(new Relu()) > 0.1);
    }

    [Fact]
    public void Moving_the_target_across_the_output_flips_every_sign()
    {
        var flips = SignFlip.Between(Network, Vector(0.4, 0.9), Vector(0), Vector(1));

        Assert.Equal(9, flips.Length);                      // 2·3 + 3·1 weights
        Assert.All(flips, flip => Assert.True(flip.First * flip.Second < 0));
        Assert.Contains(flips, flip => flip.Weight == new WeightAddress(Layer: 0, From: 1, To: 2));
        Assert.Equal(
            Network.GradientOver([Example.Of([0.4, 0.9], [0])]).WeightAt(flips[4].Weight), flips[4].First);
    }

    [Fact]
    public void Moving_the_target_on_one_side_of_the_output_flips_no_sign() =>
        Assert.Empty(SignFlip.Between(Network, Vector(0.4, 0.9), Vector(1), Vector(2)));

    [Fact]
    public void A_gradient_that_is_zero_has_no_sign_to_flip()
    {
        // The three weights of x₀ = 0 have gradient 0, whatever the target.
        Assert.Equal(6, SignFlip.Between(Network, Vector(0, 0.9), Vector(0), Vector(1)).Length);
    }

    [Fact]
    public void A_nudge_changes_the_loss_by_nearly_gradient_times_epsilon()
    {
        var weight = new WeightAddress(Layer: 1, From: 2, To: 0);
        var nudge = Nudge.Of(Network, LogicGates.Xor, weight, 1e-3);

        Assert.Equal(Network.LossOver(LogicGates.Xor), nudge.LossBefore);
        Assert.Equal(Network.With(weight, Network.WeightAt(weight) + 1e-3).LossOver(LogicGates.Xor), nudge.LossAfter);
        Assert.NotEqual(0, nudge.Change);
        Assert.Equal(nudge.PredictedChange, nudge.Change, 1e-2 * Math.Abs(nudge.Change));
    }

    [Fact]
    public void A_changed_weight_changes_nothing_else()
    {
        var weight = new WeightAddress(Layer: 0, From: 1, To: 2);
        var changed = Network.With(weight, 7);

        Assert.Equal(7, changed.Layers[0].Weights[2, 1]);
        Assert.NotEqual(Network, changed);
        Assert.Equal(Network, changed.With(weight, Network.WeightAt(weight)));
    }

    [Fact]
    public void A_surface_holds_the_loss_for_every_pair_of_weights()
    {
        var surface = Surface();
        double[] xs = [-2, 0, 2];
        double[] ys = [-1, 1];
        var losses = surface.Over(xs, ys);

        Assert.Equal((2, 3), (losses.GetLength(0), losses.GetLength(1)));
        Assert.Equal(Network.With(surface.X, 2).With(surface.Y, -1).LossOver(LogicGates.Xor), losses[0, 2]);
        Assert.Equal(
            new SurfacePoint(Network.WeightAt(surface.X), Network.WeightAt(surface.Y), Network.LossOver(LogicGates.Xor)), surface.Here);
    }

    [Fact]
    public void Descent_goes_downhill_and_stays_on_the_surface()
    {
        var surface = Surface();
        var path = surface.Descent(surface.At(2, -1.5), learningRate: 0.5, steps: 40);

        Assert.Equal(41, path.Length);
        Assert.All(path, point => Assert.Equal(surface.At(point.X, point.Y), point));
        Assert.All(path.Zip(path.Skip(1)), pair => Assert.True(pair.Second.Loss < pair.First.Loss));
    }

    [Fact]
    public void Descent_overshoots_with_too_large_a_learning_rate_and_ends_before_infinity()
    {
        // L = ½ (x + y − 1)² averaged, of which a step of η = 1.5 in both weights jumps over the valley and up its other side
        var network = new DenseNetwork([new DenseLayer(Matrix([0, 0]), Vector(0), new Identity())], new HalfSquaredError());
        var surface = new LossSurface(network, [Example.Of([1, 1], [1])], new WeightAddress(0, 0, 0), new WeightAddress(0, 1, 0));
        var path = surface.Descent(surface.Here, learningRate: 1.5, steps: 10_000);

        Assert.True(path[1].Loss > path[0].Loss);
        Assert.True(path.Length < 10_000);
        Assert.All(path, point => Assert.True(double.IsFinite(point.Loss)));
    }

    static LossSurface Surface() => new(Network, LogicGates.Xor, new WeightAddress(1, 0, 0), new WeightAddress(1, 1, 0));
}
