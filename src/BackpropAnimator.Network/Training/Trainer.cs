using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>Trains a network on examples, epoch after epoch.</summary>
public static class Trainer
{
    /// <summary>Runs a plan to its end. The network that is handed in stays as it is.</summary>
    /// <exception cref="ArgumentException">The plan has no examples, or one that does not fit the network.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled between two epochs.</exception>
    public static TrainingHistory Train(DenseNetwork network, TrainingPlan plan, CancellationToken cancellation = default)
    {
        Check(network, plan);
        var flat = new FlatNetwork(network);
        var samples = plan.Examples.Select(example => new Sample(example.Input.ToArray(), example.Target.ToArray())).ToArray();
        var update = plan.Optimizer.For(flat.Parameters.Length);
        var order = new SampleOrder(samples.Length, plan.OrderSeed);
        var lastFinite = new double[flat.Parameters.Length];

        var losses = ImmutableArray.CreateBuilder<double>(plan.Epochs + 1);
        var snapshots = ImmutableArray.CreateBuilder<TrainingSnapshot>();
        var hasDiverged = false;
        Record(epoch: 0);
        for (var epoch = 1; epoch <= plan.Epochs && !hasDiverged; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            flat.Parameters.CopyTo(lastFinite, 0);
            if (plan.Batching == Batching.FullBatch)
                flat.Learn(samples, update, plan.LearningRate);
            else
                foreach (var n in order.Next())
                    flat.Learn(samples.AsSpan(n, 1), update, plan.LearningRate);

            hasDiverged = !Record(epoch);
        }

        if (hasDiverged)
            lastFinite.CopyTo(flat.Parameters, 0);
        return new TrainingHistory(losses.DrainToImmutable(), snapshots.DrainToImmutable(), flat.ToNetwork(), hasDiverged);

        bool Record(int epoch)
        {
            var loss = flat.MeanLoss(samples);
            if (!double.IsFinite(loss) || !flat.IsFinite)
                return false;
            losses.Add(loss);
            if (plan.Recording.Includes(epoch, isLast: epoch == plan.Epochs))
                snapshots.Add(new TrainingSnapshot(epoch, flat.ToNetwork()));
            return true;
        }
    }

    static void Check(DenseNetwork network, TrainingPlan plan)
    {
        if (plan.Examples.IsDefaultOrEmpty)
            throw new ArgumentException("Training needs at least one example.", nameof(plan));
        foreach (var example in plan.Examples)
        {
            if (example.Input.Count != network.InputCount || example.Target.Count != network.OutputCount)
                throw new ArgumentException(
                    $"An example of {example.Input.Count} inputs and {example.Target.Count} targets does not fit a network of "
                    + $"{network.InputCount} inputs and {network.OutputCount} outputs.", nameof(plan));
            if (network.Loss.ProblemWith(example.Target) is { } problem)
                throw new ArgumentException(problem, nameof(plan));
        }
    }
}

/// <summary>The order of samples in each epoch, shuffled anew from the one before.</summary>
sealed class SampleOrder(int count, long seed)
{
    readonly RandomStream random = new(seed);
    readonly int[] order = [.. Enumerable.Range(0, count)];

    public int[] Next()
    {
        random.Shuffle(order);
        return order;
    }
}
