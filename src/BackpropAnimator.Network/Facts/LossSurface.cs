using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>The loss as a landscape over two weights of a network, all others kept as they are.</summary>
/// <param name="Network">The network whose two weights vary.</param>
/// <param name="Examples">The examples that the loss is averaged over.</param>
/// <param name="X">The weight along the first axis.</param>
/// <param name="Y">The weight along the second axis.</param>
public sealed record LossSurface(DenseNetwork Network, ImmutableArray<Example> Examples, WeightAddress X, WeightAddress Y)
{
    /// <summary>The point where the network itself stands.</summary>
    public SurfacePoint Here => At(Network.WeightAt(X), Network.WeightAt(Y));

    /// <summary>The point over two values of the weights.</summary>
    public SurfacePoint At(double x, double y) => new(x, y, Moved(x, y).LossOver(Examples));

    /// <summary>The loss over every pair of values: the element [r, c] belongs to <c>ys[r]</c> and <c>xs[c]</c>.</summary>
    public double[,] Over(IReadOnlyList<double> xs, IReadOnlyList<double> ys)
    {
        var losses = new double[ys.Count, xs.Count];
        Parallel.For(0, ys.Count, r =>
        {
            for (var c = 0; c < xs.Count; c++)
                losses[r, c] = At(xs[c], ys[r]).Loss;
        });
        return losses;
    }

    /// <summary>The path of plain gradient descent.</summary>
    /// <inheritdoc cref="Descent(SurfacePoint, UpdateRule, int)"/>
    public ImmutableArray<SurfacePoint> Descent(SurfacePoint start, double learningRate, int steps) =>
        Descent(start, new UpdateRule(learningRate), steps);

    /// <summary>
    /// Updates that move these two weights only, so that their path lies on the surface: the starting point and one more for
    /// each step. A step to where the loss is no longer finite ends the path before it.
    /// </summary>
    /// <param name="start">Where the first step begins; the optimizer remembers nothing before it.</param>
    /// <param name="rule">How each step follows from the gradient.</param>
    /// <param name="steps">How many steps there are.</param>
    public ImmutableArray<SurfacePoint> Descent(SurfacePoint start, UpdateRule rule, int steps)
    {
        var (layout, state) = (ParameterLayout.OfWeights(2), new OptimizerState(rule.Optimizer, 2));
        var path = ImmutableArray.CreateBuilder<SurfacePoint>(steps + 1);
        path.Add(start);
        for (var n = 0; n < steps; n++)
        {
            var here = path[^1];
            var gradient = Moved(here.X, here.Y).GradientOver(Examples);
            double[] weights = [here.X, here.Y];
            rule.Apply(weights, [gradient.WeightAt(X), gradient.WeightAt(Y)], layout, state);
            var (x, y) = (weights[0], weights[1]);
            var next = double.IsFinite(x) && double.IsFinite(y) ? At(x, y) : new SurfacePoint(x, y, double.NaN);
            if (!double.IsFinite(next.Loss))
                break;
            path.Add(next);
        }

        return path.DrainToImmutable();
    }

    DenseNetwork Moved(double x, double y) => Network.With(X, x).With(Y, y);
}

/// <summary>A point of a loss surface.</summary>
/// <param name="X">The value of the first weight.</param>
/// <param name="Y">The value of the second weight.</param>
/// <param name="Loss">The height of the surface there.</param>
public readonly record struct SurfacePoint(double X, double Y, double Loss);
