using System.Collections.Immutable;
using BackpropAnimator.Script.Binding;

namespace BackpropAnimator.Script.Checks;

/// <summary>Phases come in an order in which each has what it shows, long enough to be seen, under names of their own.</summary>
internal static class PhaseChecks
{
    public static void Run(ImmutableArray<PhaseScript> phases, CheckContext context)
    {
        Order(phases, context);
        Data(phases, context);
        Names(phases, context);
        Lengths(phases, context);
    }

    static void Order(ImmutableArray<PhaseScript> phases, CheckContext context)
    {
        var seen = new HashSet<string>();
        foreach (var phase in phases)
        {
            // It may be the very phase that the next ones need, misspelt.
            if (phase is UnknownPhase) return;
            seen.Add(phase.Kind);
            if (PhaseKind.Find(phase.Kind)?.Needs is { } needed && !seen.Contains(needed))
                context.Problems.Error(phase.Position, $"'{phase.Kind}' needs '{needed}' before it", $"put '- {needed}' above this line");
        }
    }

    static void Data(ImmutableArray<PhaseScript> phases, CheckContext context)
    {
        if (context.Scene.Data is not null || !context.IsSound(context.Scene, nameof(Scene.Data))) return;
        foreach (var phase in phases.Where(p => PhaseKind.Find(p.Kind) is { NeedsData: true }))
            context.Problems.Error(phase.Position, $"'{phase.Kind}' needs data, and the scene has none", "for example data: xor");
    }

    static void Names(ImmutableArray<PhaseScript> phases, CheckContext context)
    {
        foreach (var same in phases.Where(p => p.Name != p.Kind).GroupBy(p => p.Name).Where(g => g.Count() > 1))
            foreach (var again in same.Skip(1))
                context.Problems.Error(
                    again.PositionOf(nameof(again.Name)), $"name: another phase is called '{again.Name}'", $"it is at {same.First().PositionOf(nameof(again.Name))}");
    }

    static void Lengths(ImmutableArray<PhaseScript> phases, CheckContext context)
    {
        if (!context.IsSound(context.Scene.Video, nameof(VideoScript.Fps))) return;
        var frame = 1 / context.Scene.Video.Fps.FramesPerSecond;
        foreach (var phase in phases.Where(p => p.Duration < frame))
            context.Problems.Error(
                phase.PositionOf(nameof(phase.Duration)),
                FormattableString.Invariant($"duration: {phase.Duration}s is less than one frame, {frame:0.####}s"));
        foreach (var question in phases.OfType<QuestionPhase>())
            if (question.Pause is { } pause && pause >= question.Duration)
                context.Problems.Error(
                    question.PositionOf(nameof(question.Pause)),
                    FormattableString.Invariant($"pause: {pause}s leaves no time for the question and its answer, which have {question.Duration}s in all"));
    }
}
