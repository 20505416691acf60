namespace BackpropAnimator.Script.Checks;

/// <summary>What no key can tell alone: that the parts of a scene fit each other.</summary>
internal static class SceneChecks
{
    public static void Run(CheckContext context)
    {
        if (context.SoundNetwork is { } network)
        {
            NetworkChecks.Run(network, context);
            foreach (var example in context.Scene.Data?.Samples ?? []) ExampleChecks.Run(example, network, context);
            if (context.Scene.Example is { } shown) ExampleChecks.Run(shown, network, context);
            ExpectationChecks.Run(context.Scene, context);
            TrainingChecks.Run(context.Scene, network, context);
        }
        IdleKeyChecks.Run(context);
        if (!context.Scene.Phases.IsDefault) PhaseChecks.Run(context.Scene.Phases, context);
        VariantChecks.Run(context);
    }
}
