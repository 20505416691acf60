namespace BackpropAnimator.Script.Checks;

/// <summary>Warns of keys that change nothing, since another one has to go with them.</summary>
internal static class IdleKeyChecks
{
    public static void Run(CheckContext context)
    {
        if (context.Scene.Network is { } network)
        {
            Idle(network, nameof(network.LeakySlope), network.Activation.Contains(ActivationKind.LeakyRelu), "no layer's activation is leaky_relu");
            Idle(network, nameof(network.UniformRange), network.Initialization == InitializationKind.Uniform, "initialization is not uniform");
            Idle(network, nameof(network.Initialization), network.Weights.IsEmpty, "the weights are written out");
        }
        var training = context.Scene.Training;
        Idle(training, nameof(training.Momentum), training.Optimizer == OptimizerKind.Momentum, "optimizer is not momentum");
        Idle(training, nameof(training.Seed), training.Batch == BatchKind.Sample, "batch is not sample");
        Idle(context.Scene, nameof(Scene.Training), context.Scene.Data is not null, "there is no data to train on");

        void Idle(ScriptElement element, string property, bool isUsed, string because)
        {
            if (!isUsed && element.Has(property) && context.IsSound(element, property))
                context.Problems.Warning(element.PositionOf(property), $"{Diagnostics.SnakeCase.Of(property)} changes nothing: {because}");
        }
    }
}
