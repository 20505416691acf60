using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>Trains a network on examples, epoch after epoch.</summary>
public static class Trainer
{
    /// <summary>Runs a plan to its end. The network that is handed in stays as it is.</summary>
    /// <exception cref="ArgumentException">The plan has no examples, or one that does not fit the network.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled meanwhile.</exception>
    public static TrainingHistory Train(DenseNetwork network, TrainingPlan plan, CancellationToken cancellation = default) =>
        Train(network, plan, from: null, new(cancellation));

    /// <summary>Runs a plan from where other updates have led to: the optimizer's memory, the schedule and the order go on.</summary>
    /// <param name="network">The network after those updates.</param>
    /// <param name="from">What the optimizer remembers of them; null for a fresh start.</param>
    /// <param name="watch">Ends it, and is told of it.</param>
    /// <inheritdoc cref="Train(DenseNetwork, TrainingPlan, CancellationToken)"/>
    public static TrainingHistory Train(DenseNetwork network, TrainingPlan plan, OptimizerState? from, TrainingWatch watch = default) =>
        Run(new(network, plan, rule: null, from, watch), plan.Epochs, learner => learner.Epoch(), plan.Recording);

    /// <summary>Only so many updates of a plan, with the loss after each in the place of an epoch's.</summary>
    /// <inheritdoc cref="Train(DenseNetwork, TrainingPlan, OptimizerState, TrainingWatch)"/>
    public static TrainingHistory Update(
        DenseNetwork network, TrainingPlan plan, OptimizerState? from, int updates, TrainingWatch watch = default) =>
        Update(network, plan, rule: null, from, updates, watch);

    internal static TrainingHistory Update(
        DenseNetwork network, TrainingPlan plan, UpdateRule? rule, OptimizerState? from, int updates, TrainingWatch watch) =>
        Run(new(network, plan, rule, from, watch), updates, learner => learner.Update(), plan.Recording);

    static TrainingHistory Run(Learner learner, int count, Action<Learner> advance, Recording recording)
    {
        var losses = ImmutableArray.CreateBuilder<double>(count + 1);
        var snapshots = ImmutableArray.CreateBuilder<TrainingSnapshot>();
        var hasDiverged = false;
        Record(epoch: 0);
        for (var epoch = 1; epoch <= count && !hasDiverged; epoch++)
        {
            learner.Keep();
            advance(learner);
            hasDiverged = !Record(epoch);
        }

        if (hasDiverged)
            learner.GoBack();
        return new TrainingHistory(losses.DrainToImmutable(), snapshots.DrainToImmutable(), learner.Network, hasDiverged)
        {
            State = learner.State,
        };

        bool Record(int epoch)
        {
            var loss = learner.MeanLoss(goesOn: epoch < count);
            if (!double.IsFinite(loss) || !learner.IsFinite)
                return false;
            losses.Add(loss);
            if (recording.Includes(epoch, isLast: epoch == count))
                snapshots.Add(new TrainingSnapshot(epoch, learner.Network));
            return true;
        }
    }
}
