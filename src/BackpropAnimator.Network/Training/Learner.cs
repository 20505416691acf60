namespace BackpropAnimator.Network;

/// <summary>A training run under way: a network that learns in place, update after update.</summary>
sealed class Learner
{
    readonly FlatNetwork flat;
    readonly UpdateRule rule;
    readonly Sample[] samples, batch;
    readonly BatchOrder order;
    readonly int updatesPerEpoch;
    readonly double[] lastFinite;
    readonly CancellationToken cancellation;
    readonly Action<int>? tell;
    bool isGradientReady;

    /// <param name="network">Stays as it is.</param>
    /// <param name="plan">Its examples and their order.</param>
    /// <param name="rule">How an update moves the parameters; null for the plan's own rule.</param>
    /// <param name="from">The state to go on from, which stays as it is; null for a fresh start.</param>
    /// <param name="watch">Ends it, and is told of it.</param>
    /// <exception cref="ArgumentException">The plan has no examples, or one that does not fit the network.</exception>
    public Learner(DenseNetwork network, TrainingPlan plan, UpdateRule? rule, OptimizerState? from, TrainingWatch watch)
    {
        Check(network, plan);
        this.rule = rule ?? plan.Rule;
        (cancellation, tell) = (watch.Cancellation, watch.Tell);
        flat = new FlatNetwork(network, plan.Examples.Length);
        State = from?.Copy() ?? new OptimizerState(this.rule.Optimizer, flat.Parameters.Length);
        samples = [.. plan.Examples.Select(Sample.Of)];
        batch = new Sample[plan.ExamplesPerUpdate];
        order = plan.OrderFrom(State.Steps);
        updatesPerEpoch = plan.UpdatesPerEpoch;
        lastFinite = new double[flat.Parameters.Length];
    }

    public OptimizerState State { get; }

    public DenseNetwork Network => flat.ToNetwork();

    /// <summary>The loss averaged over all samples.</summary>
    /// <param name="goesOn">
    /// Whether an update follows. One that takes all samples needs their passes too, and finds its gradient computed along with the loss.
    /// </param>
    public double MeanLoss(bool goesOn)
    {
        isGradientReady = goesOn && batch.Length == samples.Length;
        return isGradientReady ? flat.MeanLossAndGradient(samples, cancellation) : flat.MeanLoss(samples, cancellation);
    }

    public bool IsFinite => flat.IsFinite;

    /// <summary>Remembers the parameters as they are, to go back to.</summary>
    public void Keep() => flat.Parameters.CopyTo(lastFinite, 0);

    public void GoBack() => lastFinite.CopyTo(flat.Parameters, 0);

    /// <summary>Takes the samples whose turn it is, and moves the parameters.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled before.</exception>
    public void Update()
    {
        cancellation.ThrowIfCancellationRequested();
        var indices = order.Next();
        if (!isGradientReady)
        {
            for (var n = 0; n < indices.Length; n++)
                batch[n] = samples[indices[n]];
            flat.MeanLossAndGradient(batch.AsSpan(0, indices.Length), cancellation);
        }

        flat.Learn(rule, State);
        isGradientReady = false;
        tell?.Invoke(indices.Length);
    }

    /// <summary>As many updates as go once through the examples.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled meanwhile.</exception>
    public void Epoch()
    {
        for (var n = 0; n < updatesPerEpoch; n++)
            Update();
    }

    static void Check(DenseNetwork network, TrainingPlan plan)
    {
        if (plan.Examples.IsDefaultOrEmpty)
            throw new ArgumentException("Training needs at least one example.", nameof(plan));
        if (plan.BatchSize < 1)
            throw new ArgumentException($"A batch has at least one example, not {plan.BatchSize}.", nameof(plan));
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
