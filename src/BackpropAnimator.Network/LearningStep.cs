namespace BackpropAnimator.Network;

/// <summary>
/// One step of learning with every number it takes: forward, loss, backward, update, and a second forward pass through the new network.
/// </summary>
public sealed class LearningStep
{
    /// <param name="before">The network that learns.</param>
    /// <param name="example">The example whose passes are kept.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="batch">The examples whose averaged gradient makes the update; the example alone when left out.</param>
    public LearningStep(DenseNetwork before, Example example, double learningRate, IReadOnlyList<Example>? batch = null)
    {
        (Before, Example, LearningRate, Batch) = (before, example, learningRate, batch ?? [example]);
        Forward = before.Forward(example.Input);
        Backward = before.Backward(Forward, example.Target);
        Gradient = batch is null ? Backward.Gradient : before.GradientOver(batch);
        After = before.Updated(Gradient, learningRate);
        ForwardAfter = After.Forward(example.Input);
        LossAfter = After.LossOf(ForwardAfter, example.Target);
        BatchLoss = batch is null ? Loss : before.LossOver(batch);
        BatchLossAfter = batch is null ? LossAfter : After.LossOver(batch);
    }

    public DenseNetwork Before { get; }

    public Example Example { get; }

    /// <summary>η.</summary>
    public double LearningRate { get; }

    /// <summary>The examples whose averaged gradient makes the update.</summary>
    public IReadOnlyList<Example> Batch { get; }

    public ForwardPass Forward { get; }

    /// <summary>L of the example before the update.</summary>
    public double Loss => Backward.Loss;

    public BackwardPass Backward { get; }

    /// <summary>The gradient that makes the update: the example's own, or the batch's average.</summary>
    public Gradient Gradient { get; }

    public DenseNetwork After { get; }

    public ForwardPass ForwardAfter { get; }

    /// <summary>L of the example after the update, from the second forward pass.</summary>
    public double LossAfter { get; }

    /// <summary>L averaged over the batch before the update.</summary>
    public double BatchLoss { get; }

    /// <summary>L averaged over the batch after the update.</summary>
    public double BatchLossAfter { get; }

    /// <summary>This step and further ones like it: the losses of the batch, from before this step to after the n-th.</summary>
    public TrainingHistory Continued(int steps) => Trainer.Train(
        Before, new TrainingPlan { Examples = [.. Batch], Epochs = steps, LearningRate = LearningRate });
}
