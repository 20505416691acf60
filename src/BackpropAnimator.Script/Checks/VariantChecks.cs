namespace BackpropAnimator.Script.Checks;

/// <summary>What a phase sets beside the scene's network must be a sound network itself, and fit the same example.</summary>
internal static class VariantChecks
{
    public static void Run(CheckContext context)
    {
        // A variant of what is not sound would only be told the same again.
        if (context.Problems.HasErrors) return;
        foreach (var phase in context.Scene.Phases)
            foreach (var variant in phase.Variants) Run(variant, context);
    }

    static void Run(VariantScript variant, CheckContext context)
    {
        if (!Ends(variant, context)) return;
        var scene = variant.In(context.Scene);
        var own = context with { Scene = scene };
        NetworkChecks.Run(variant, own);
        ExampleChecks.Run(scene, variant, own);
        ExpectationChecks.Run(scene, own);
        TrainingChecks.Run(scene, variant, own);
        IdleKeyChecks.Run(variant, own);
    }

    static bool Ends(VariantScript variant, CheckContext context)
    {
        var network = context.Scene.Network;
        if (variant.Layers[0] == network.Layers[0] && variant.Layers[^1] == network.Layers[^1]) return true;
        context.Problems.Error(
            variant.PositionOf(nameof(variant.Layers)),
            $"layers: both sides see the scene's example, with {network.Layers[0]} inputs and {network.Layers[^1]} outputs, and these " +
                $"have {variant.Layers[0]} and {variant.Layers[^1]}",
            "only hidden layers can differ");
        return false;
    }
}
