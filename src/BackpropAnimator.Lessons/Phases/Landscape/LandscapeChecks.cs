using BackpropAnimator.Script.Checks;

namespace BackpropAnimator.Lessons;

/// <summary>
/// A landscape spreads over two weights, and paths that take numbers of steps of their own need one for each learning rate.
/// </summary>
internal static class LandscapeChecks
{
    public static void Run(LandscapeOptions phase, PhaseCheck check)
    {
        check.HasWeight(phase.X, nameof(phase.X));
        check.HasWeight(phase.Y, nameof(phase.Y));
        if (phase.X is { } one && phase.Y == one)
            check.Error(
                phase.PositionOf(nameof(phase.Y)), "y: this is the weight of the other axis", "a landscape spreads over two weights");
        if (check.Network is { Layers: [1, 1] })
            check.Error(phase.Position, "landscape: this network has a single weight, and a landscape spreads over two");
        if (check.IsSound(nameof(phase.Steps)) && check.IsSound(nameof(phase.LearningRates))) Steps(phase, check);
    }

    static void Steps(LandscapeOptions phase, PhaseCheck check)
    {
        var paths = Math.Max(1, phase.LearningRates.Length);
        if (phase.Steps.Length == 1 || phase.Steps.Length == paths) return;
        var forEach = paths > 1 ? $" or {paths}, one for each learning rate" : "";
        check.Error(phase.PositionOf(nameof(phase.Steps)), $"steps: expected 1 number for all paths{forEach}, found {phase.Steps.Length}");
    }
}
