using System.Collections.Immutable;

namespace BackpropAnimator.Script.Checks;

/// <summary>Phases come in an order in which each has what it shows, long enough to be seen, under names of their own.</summary>
internal static class PhaseChecks
{
    public static void Run(ImmutableArray<PhaseOptions> phases, CheckContext context)
    {
        Order(phases, context);
        Data(phases, context);
        Names(phases, context);
        Lengths(phases, context);
        foreach (var phase in phases)
        {
            CaptionTimes.Check(phase, context);
            NoteChecks.Check(phase, context);
        }
        foreach (var phase in phases) phase.Check(new(phase, context));
    }

    static void Order(ImmutableArray<PhaseOptions> phases, CheckContext context)
    {
        var seen = new HashSet<string>();
        foreach (var phase in phases)
        {
            // It may be the very phase that the next ones need, misspelt.
            if (phase is UnknownPhase) return;
            seen.Add(phase.Kind);
            // What is missing is told once, where it is first needed.
            if (context.Phases.Find(phase.Kind)?.Needs is { } needed && seen.Add(needed))
                context.Problems.Error(phase.Position, $"'{phase.Kind}' needs '{needed}' before it", $"put '- {needed}' above this line");
        }
    }

    static void Data(ImmutableArray<PhaseOptions> phases, CheckContext context)
    {
        if (context.Scene.Data is not null || !context.IsSound(context.Scene, nameof(Scene.Data))) return;
        foreach (var phase in phases.Where(p => context.Phases.Find(p.Kind) is { NeedsData: true }))
            context.Problems.Error(
                phase.Position, $"'{phase.Kind}' needs data, and the scene has none", "for example data: xor", same: "needs data");
    }

    static void Names(ImmutableArray<PhaseOptions> phases, CheckContext context)
    {
        foreach (var same in phases.Where(p => p.Name != p.Kind).GroupBy(p => p.Name).Where(g => g.Count() > 1))
            foreach (var again in same.Skip(1))
                context.Problems.Error(
                    again.PositionOf(nameof(again.Name)), $"name: another phase is called '{again.Name}'",
                        $"it is at {same.First().PositionOf(nameof(again.Name))}");
    }

    static void Lengths(ImmutableArray<PhaseOptions> phases, CheckContext context)
    {
        if (!context.IsSound(context.Scene.Video, nameof(VideoScript.Fps))) return;
        var frame = 1 / context.Scene.Video.Fps.FramesPerSecond;
        foreach (var phase in phases.Where(p => p.Duration < frame))
            context.Problems.Error(
                phase.PositionOf(nameof(phase.Duration)),
                FormattableString.Invariant($"duration: {phase.Duration}s is less than one frame, {frame:0.####}s"));
    }
}
