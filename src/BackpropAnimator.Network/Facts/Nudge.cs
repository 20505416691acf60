namespace BackpropAnimator.Network;

/// <summary>What moving a single weight does to the loss, computed and as its gradient foretells.</summary>
/// <param name="Weight">The weight that moves.</param>
/// <param name="Epsilon">By how much it moves.</param>
/// <param name="Gradient">∂L/∂w before the move, averaged over the examples.</param>
/// <param name="LossBefore">The loss averaged over the examples.</param>
/// <param name="LossAfter">The same after the move, from real forward passes.</param>
public readonly record struct Nudge(WeightAddress Weight, double Epsilon, double Gradient, double LossBefore, double LossAfter)
{
    /// <summary>How much the loss really changed.</summary>
    public double Change => LossAfter - LossBefore;

    /// <summary>How much it would change if it were a straight line: ∂L/∂w · ε.</summary>
    public double PredictedChange => Gradient * Epsilon;

    public static Nudge Of(DenseNetwork network, IReadOnlyCollection<Example> examples, WeightAddress weight, double epsilon) => new(
        weight,
        epsilon,
        network.GradientOver(examples).WeightAt(weight),
        network.LossOver(examples),
        network.With(weight, network.WeightAt(weight) + epsilon).LossOver(examples));
}
