using System.Collections.Immutable;

namespace BackpropAnimator.Script.Checks;

/// <summary>Paths that take numbers of steps of their own need one for each learning rate.</summary>
internal static class LandscapeChecks
{
    public static void Run(ImmutableArray<PhaseScript> phases, CheckContext context)
    {
        foreach (var landscape in phases.OfType<LandscapePhase>())
        {
            if (!context.IsSound(landscape, nameof(landscape.Steps)) || !context.IsSound(landscape, nameof(landscape.LearningRates))) continue;
            var paths = Math.Max(1, landscape.LearningRates.Length);
            if (landscape.Steps.Length != 1 && landscape.Steps.Length != paths)
                context.Problems.Error(landscape.PositionOf(nameof(landscape.Steps)), $"steps: expected 1 number for all paths{(paths > 1 ? $" or {paths}, one for each learning rate" : "")}, found {landscape.Steps.Length}");
        }
    }
}
