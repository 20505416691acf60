using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Checks;

/// <summary>Times within a phase are within it, and its moments are those of its kind.</summary>
internal static class MomentChecks
{
    /// <summary>Whether a time lies within its phase; if not, that is told.</summary>
    /// <param name="place">Where it is written.</param>
    public static bool IsWithin(PhaseOptions phase, Moment at, SourcePosition place, CheckContext context)
    {
        if (at.Name is { } name) return IsKnown(phase.Kind, name, "at", place, context);
        if (!context.IsSound(phase, nameof(phase.Duration)) || at.In(phase.Duration) < phase.Duration) return true;
        context.Problems.Error(
            place, FormattableString.Invariant($"at: {at} is not within the phase, which lasts {phase.Duration}s"),
            "a share such as 80% moves with the phase");
        return false;
    }

    /// <summary>Whether a kind of phase has a moment of a name; if not, that is told, with those that it has.</summary>
    /// <param name="key">What the name stands in.</param>
    public static bool IsKnown(string kind, string name, string key, SourcePosition place, CheckContext context)
    {
        var moments = context.Phases.Find(kind)?.Moments ?? [PhaseMoment.Complete];
        if (moments.Any(moment => moment.Name == name)) return true;
        context.Problems.Error(
            place, $"{key}: '{kind}' has no moment {Quote.InWords(name)}",
            Nearest.Hint(name, [.. moments.Select(moment => moment.Name)], "moments"));
        return false;
    }
}
