using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Script.Checks;

/// <summary>What no key can tell alone: that the parts of a scene fit each other.</summary>
internal static class SceneChecks
{
    public static void Run(CheckContext context)
    {
        if (context.SoundNetwork is { } network)
        {
            NetworkChecks.Run(network, context);
            ExampleChecks.Run(context.Scene, network, context);
            ExpectationChecks.Run(context.Scene, context);
            TrainingChecks.Run(context.Scene, network, context);
        }
        VoiceChecks.Run(context);
        ThemeChecks.Run(context.Scene.Theme, context);
        IdleKeyChecks.Run(context);
        if (!context.Scene.Phases.IsDefault) PhaseChecks.Run(context.Scene.Phases, context);
        VariantChecks.Run(context);
    }
}

/// <summary>What the checks across keys look at, and where they report.</summary>
/// <param name="Scene">The scene; parts that could not be read are at their defaults, or null or empty where they have none.</param>
/// <param name="IsSound">Whether an element's property holds what the file says.</param>
/// <param name="Problems">Takes the diagnostics.</param>
/// <param name="Phases">The kinds of phases that the scene can have.</param>
internal sealed record CheckContext(Scene Scene, Func<ScriptElement, string, bool> IsSound, DiagnosticBag Problems, PhaseCatalog Phases)
{
    /// <summary>The scene's network; null where its layers could not be read.</summary>
    public NetworkScript? SoundNetwork =>
        Scene.Network is { Layers.IsDefault: false } network && IsSound(network, nameof(network.Layers)) ? network : null;
}
