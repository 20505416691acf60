using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Script.Checks;

/// <summary>Warns of keys that change nothing, since another one has to go with them.</summary>
internal static class IdleKeyChecks
{
    public static void Run(CheckContext context)
    {
        if (context.Scene.Network is { } network) Run(network, context);
        var scene = context.Scene;
        Run(scene.Training, scene.Data?.Samples.Length, context);
        if (scene.Data is { } data) Idle(data, nameof(data.Seed), context, data.Split is not null, "the data is not split");
        // Without data there are still single updates, and how these go is a part of the training.
        ImmutableArray<PhaseOptions> phases = scene.Phases.IsDefault ? [] : scene.Phases;
        var trains = scene.Data is not null || phases.Any(phase => phase.UsesTraining)
            || (!scene.Training.HasPlainUpdates && phases.Any(phase => phase.LearningIn(scene) != PhaseLearning.None));
        Idle(scene, nameof(Scene.Training), context, trains, "there is no data to train on");
    }

    // Whoever takes an option tells it by its name.
    static void Run(TrainingScript training, int? samples, CheckContext context)
    {
        foreach (var option in new[]
        {
            nameof(training.Momentum), nameof(training.Beta1), nameof(training.Beta2), nameof(training.Rho), nameof(training.Epsilon),
        })
            Unused(training, option, training.Optimizer.Options, $"{training.Optimizer.Name} has no such option", context);
        var schedule = training.Schedule;
        foreach (var option in new[] { nameof(schedule.Every), nameof(schedule.Factor), nameof(schedule.Final), nameof(schedule.Epochs) })
            Unused(schedule, option, schedule.Kind.Options, $"{schedule.Kind.Name} has no such option", context);
        var isDrawn = samples is { } count && training.Batch.IsPartOf(count);
        Idle(training, nameof(training.Seed), context, isDrawn || samples is null, "every update sees all samples");
    }

    static void Unused(
        ScriptElement element, string property, IEnumerable<(string Name, double Value)> options, string because, CheckContext context) =>
        Idle(element, property, context, options.Any(option => option.Name == SnakeCase.Of(property)), because);

    /// <summary>The keys of a network.</summary>
    public static void Run(NetworkScript network, CheckContext context)
    {
        var isLeaky = network.Activation.Any(activation => activation is LeakyRelu);
        Idle(network, nameof(network.LeakySlope), context, isLeaky, "no layer's activation is leaky_relu");
        var isUniform = network.Initialization is UniformInitialization;
        Idle(network, nameof(network.UniformRange), context, isUniform, "initialization is not uniform");
        var because = network.Weights.File is null ? "the weights are written out" : "the weights are in a file";
        Idle(network, nameof(network.Initialization), context, network.Weights.IsEmpty, because);
    }

    static void Idle(ScriptElement element, string property, CheckContext context, bool isUsed, string because)
    {
        if (!isUsed && element.Has(property) && context.IsSound(element, property))
            context.Problems.Warning(element.PositionOf(property), $"{SnakeCase.Of(property)} changes nothing: {because}");
    }
}
