using static BackpropAnimator.Network.Tests.Some;

namespace BackpropAnimator.Network.Tests;

public class RmsPropTests
{
    // Worked out by hand for gradients 4 and then 2, with ρ = 0.75:
    // v = 0.25·16 = 4, a step of 0.1·4/√4; v = 0.75·4 + 0.25·4 = 4, a step of 0.1·2/√4
    [Fact]
    public void It_steps_by_the_gradient_over_the_root_of_its_mean_square() =>
        AssertEqual([0.8, 0.7], Path(new RmsProp(Rho: 0.75, Epsilon: 0), 4, 2));

    [Fact]
    public void Epsilon_is_added_to_the_root() => AssertEqual([1 - 0.1 * 4 / (2 + 0.5)], Path(new RmsProp(Rho: 0.75, Epsilon: 0.5), 4));

    [Fact]
    public void A_gradient_of_nothing_moves_nothing() => Assert.Equal([1, 1], Path(new RmsProp(), 0, 0));

    [Fact]
    public void Steps_of_one_gradient_come_to_the_length_of_the_learning_rate()
    {
        var path = Path(new RmsProp(), [.. Enumerable.Repeat(-3.0, 200)]);

        AssertEqual(0.1, path[^1] - path[^2], 1e-8);
    }

    [Fact]
    public void Every_parameter_has_a_mean_square_of_its_own()
    {
        var (rule, parameters) = (new RmsProp(Rho: 0.75, Epsilon: 0), new double[] { 0, 0 });
        OptimizerTests.Take(rule, new OptimizerState(rule, 2), parameters, [1, -100], 0.1);

        AssertEqual([-0.2, 0.2], parameters);
    }

    // Where 1 goes under a learning rate of 0.1.
    static double[] Path(RmsProp rule, params double[] gradients)
    {
        var (state, parameter) = (new OptimizerState(rule, 1), new double[] { 1 });
        return
        [
            .. gradients.Select(gradient =>
            {
                OptimizerTests.Take(rule, state, parameter, [gradient], 0.1);
                return parameter[0];
            }),
        ];
    }
}
