using static BackpropAnimator.Network.Tests.Some;

namespace BackpropAnimator.Network.Tests;

/// <summary>Two steps of each rule, worked out by hand, on one parameter with gradients 4 and then 2.</summary>
public class OptimizerTests
{
    [Fact]
    public void Gradient_descent_steps_by_the_gradient() => AssertEqual([0.6, 0.4], Path(new GradientDescent()));

    // v = 4, then 0.5·4 + 2 = 4
    [Fact]
    public void Momentum_keeps_a_share_of_its_velocity() => AssertEqual([0.6, 0.2], Path(new Momentum(0.5)));

    // m = 2, v = 4: m̂ = 2/0.5 = 4, v̂ = 4/0.25 = 16, a step of 0.1·4/4
    // m = 0.5·2 + 0.5·2 = 2, v = 0.75·4 + 0.25·4 = 4: m̂ = 2/0.75, v̂ = 4/0.4375, a step of 0.1·(8/3)/√(64/7) = 0.1·√7/3
    [Fact]
    public void Adam_steps_by_the_mean_over_the_root_of_the_mean_square() => AssertEqual(
        [0.9, 0.9 - 0.1 * Math.Sqrt(7) / 3], Path(new Adam(Beta1: 0.5, Beta2: 0.75, Epsilon: 0)));

    [Fact]
    public void The_first_step_of_Adam_is_as_long_as_the_learning_rate() => AssertEqual(0.9, Path(new Adam())[0], 1e-8);

    [Fact]
    public void Momentum_without_memory_is_gradient_descent() => Assert.Equal(Path(new GradientDescent()), Path(new Momentum(0)));

    [Fact]
    public void An_option_belongs_to_those_that_have_it()
    {
        var options = new OptimizerOptions(Momentum: 0.5, Beta1: 0.8, Beta2: 0.7, Rho: 0.6, Epsilon: 0.1);
        Assert.Equal(new Nesterov(0.5), new Nesterov().Configured(options));
        Assert.Equal(new Adam(0.8, 0.7, 0.1), new Adam().Configured(options));
        Assert.Equal(new AdamW(0.8, 0.7, 0.1), new AdamW().Configured(options));
        Assert.Equal(new RmsProp(0.6, 0.1), new RmsProp().Configured(options));
        Assert.Equal(new AdaGrad(0.1), new AdaGrad().Configured(options));
        Assert.Equal(new Momentum(0.5), new Momentum().Configured(new OptimizerOptions(Momentum: 0.5)));
        Assert.Equal(new Adam(), new Adam().Configured(new OptimizerOptions(Momentum: 0.5)));
    }

    [Fact]
    public void Every_optimizer_comes_down_a_bowl()
    {
        foreach (var optimizer in Optimizer.All)
        {
            // L = ½ Σ p², whose gradient is p itself.
            var (state, parameters) = (new OptimizerState(optimizer, 2), new double[] { 1, -2 });
            for (var step = 0; step < 500; step++)
                Take(optimizer, state, parameters, [.. parameters], optimizer is AdaGrad ? 0.2 : 0.01);
            Assert.True(parameters.All(p => Math.Abs(p) < 0.05), $"{optimizer.Name}: {string.Join(", ", parameters)}");
        }
    }

    static double[] Path(Optimizer optimizer)
    {
        var (state, parameter) = (new OptimizerState(optimizer, 1), new double[] { 1 });
        Take(optimizer, state, parameter, [4], 0.1);
        var first = parameter[0];
        Take(optimizer, state, parameter, [2], 0.1);
        return [first, parameter[0]];
    }

    internal static void Take(Optimizer optimizer, OptimizerState state, double[] parameters, double[] gradient, double learningRate)
    {
        state.Count();
        optimizer.Step(parameters, gradient, learningRate, state);
    }
}
