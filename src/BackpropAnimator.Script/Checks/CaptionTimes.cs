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
        var before = -1.0;
        foreach (var caption in phase.Captions)
        {
            var place = caption.PositionOf(nameof(caption.At));
            // When a moment of the phase comes, its lesson knows, which checks the order of these.
            if (!MomentChecks.IsWithin(phase, caption.At, place, context) || caption.At.In(phase.Duration) is not { } at) continue;
            if (at <= before && context.IsSound(phase, nameof(phase.Duration)))
                context.Problems.Error(place, $"at: {caption.At} is no later than the caption before", "captions stand in order of time");
            before = at;
        }
    }
}
