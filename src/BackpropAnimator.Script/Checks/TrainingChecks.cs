namespace BackpropAnimator.Script.Checks;

/// <summary>Training must come to an end within a coffee break.</summary>
internal static class TrainingChecks
{
    /// <summary>The most that a training may ask for: some 5 minutes on one core.</summary>
    const double MaxWork = 1e11;

    // What a sample costs besides its weights, in weights.
    const long PerSample = 200;

    public static void Run(Scene scene, NetworkScript network, CheckContext context)
    {
        if (!context.IsSound(scene, nameof(scene.Training))) return;
        Bound(scene.Training.Epochs, scene.PositionOf(nameof(scene.Training)), "training", scene, network, context);
        Schedule(scene, context);
    }

    // A schedule that has come down to nothing leaves the phases that train on without a step to take.
    static void Schedule(Scene scene, CheckContext context)
    {
        var (training, schedule) = (scene.Training, scene.Training.Schedule.Configured);
        if (scene.Phases.IsDefault || schedule.FactorAt(training.Epochs, training.Epochs) > 0) return;
        var epochs = scene.Phases.Sum(phase => (long)(phase.LearningIn(scene).Epochs ?? 0));
        if (epochs <= training.Epochs) return;
        context.Problems.Warning(
            training.PositionOf(nameof(training.Schedule)),
            $"schedule: the learning rate is 0 after {training.Epochs:N0} epochs, and the phases train for {epochs:N0}",
            $"write epochs: {epochs} under training, or a share that is left, such as final: 0.01");
    }

    /// <summary>Reports a number of epochs that would take too long on the scene's data.</summary>
    /// <param name="label">The key that it is under.</param>
    public static void Bound(int epochs, SourcePosition at, string label, Scene scene, NetworkScript network, CheckContext context)
    {
        if (scene.Data is not { Samples.Length: var samples }) return;
        var weights = network.Layers.Zip(network.Layers.Skip(1), (from, to) => (long)(from + 1) * to).Sum();
        var most = (long)(MaxWork / Math.Max(1, samples) / (weights + PerSample));
        if (epochs <= most) return;
        context.Problems.Error(
            at, $"{label}: {epochs:N0} epochs of {samples:N0} samples take too long in a network of {weights:N0} weights and biases",
            most > 0 ? $"up to {most:N0} epochs are fine" : "draw a sample of the data");
    }
}
