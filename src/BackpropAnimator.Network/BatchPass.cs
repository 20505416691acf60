namespace BackpropAnimator.Network;

/// <summary>
/// What some examples come to together: the means that <see cref="DenseNetwork.LossOver"/> and <see cref="DenseNetwork.GradientOver"/>
/// write as formulas, computed as training computes them, without keeping each example's own numbers.
/// </summary>
/// <param name="Loss">L averaged over the examples.</param>
/// <param name="Gradient">∂L/∂w and ∂L/∂b averaged over them.</param>
public sealed record BatchPass(double Loss, Gradient Gradient)
{
    /// <summary>Loss and gradient over examples, of which there is at least one.</summary>
    public static BatchPass Over(DenseNetwork network, IReadOnlyList<Example> examples)
    {
        var flat = new FlatNetwork(network, examples.Count);
        var loss = flat.MeanLossAndGradient([.. examples.Select(Sample.Of)]);
        return new(loss, flat.Gradient);
    }

    /// <summary>The loss alone.</summary>
    public static double LossOver(DenseNetwork network, IReadOnlyList<Example> examples) =>
        new FlatNetwork(network, examples.Count).MeanLoss([.. examples.Select(Sample.Of)]);
}
