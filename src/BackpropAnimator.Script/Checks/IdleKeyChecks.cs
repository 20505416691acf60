using BackpropAnimator.Network;

namespace BackpropAnimator.Script.Checks;

/// <summary>Warns of keys that change nothing, since another one has to go with them.</summary>
internal static class IdleKeyChecks
{
    public static void Run(CheckContext context)
    {
        if (context.Scene.Network is { } network) Run(network, context);
        var training = context.Scene.Training;
        Idle(training, nameof(training.Momentum), context, training.Optimizer is Momentum, "optimizer is not momentum");
        Idle(training, nameof(training.Seed), context, training.Batch == BatchKind.Sample, "batch is not sample");
        if (context.Scene.Data is { } data)
            Idle(data, nameof(data.Seed), context, data.Split is not null, "the data is not split");
        var trains = context.Scene.Data is not null
            || (!context.Scene.Phases.IsDefault && context.Scene.Phases.Any(phase => phase.UsesTraining));
        Idle(context.Scene, nameof(Scene.Training), context, trains, "there is no data to train on");
    }

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
            context.Problems.Warning(element.PositionOf(property), $"{Diagnostics.SnakeCase.Of(property)} changes nothing: {because}");
    }
}
