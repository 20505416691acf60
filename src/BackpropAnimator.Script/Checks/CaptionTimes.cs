namespace BackpropAnimator.Script.Checks;

/// <summary>A phase has one caption or several, and these one after the other within it.</summary>
internal static class CaptionTimes
{
    public static void Check(PhaseOptions phase, CheckContext context)
    {
        if (!context.IsSound(phase, nameof(phase.Captions)) || phase.Captions.IsEmpty) return;
        if (phase.Caption is not null)
            context.Problems.Error(
                phase.PositionOf(nameof(phase.Caption)), "caption: the phase has captions too",
                "write it as the first of these: { at: 0, text: … }");
        if (!context.IsSound(phase, nameof(phase.Duration))) return;
        var before = -1.0;
        foreach (var caption in phase.Captions)
        {
            var at = caption.At.In(phase.Duration);
            var place = caption.PositionOf(nameof(caption.At));
            if (IsWithin(phase, caption.At, place, context) && at <= before)
                context.Problems.Error(place, $"at: {caption.At} is no later than the caption before", "captions stand in order of time");
            before = at;
        }
    }

    /// <summary>Whether a moment lies within its phase; if not, that is told.</summary>
    public static bool IsWithin(PhaseOptions phase, Moment at, SourcePosition place, CheckContext context)
    {
        if (at.In(phase.Duration) < phase.Duration) return true;
        context.Problems.Error(
            place, FormattableString.Invariant($"at: {at} is not within the phase, which lasts {phase.Duration}s"),
            "a share such as 80% moves with the phase");
        return false;
    }
}
