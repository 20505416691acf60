namespace BackpropAnimator.Script.Checks;

/// <summary>A note is about one thing that there is, at a time within its phase.</summary>
internal static class NoteChecks
{
    public static void Check(PhaseOptions phase, CheckContext context)
    {
        if (!context.IsSound(phase, nameof(phase.Notes))) return;
        foreach (var note in phase.Notes)
        {
            object?[] targets = [note.Unit, note.Weight, note.Part];
            if (targets.Count(target => target is not null) != 1)
                context.Problems.Error(
                    note.Position, "notes: expected one of unit, weight and part", "such as { at: 20%, unit: h1.2, text: look }");
            if (note is { Look: NoteLook.Label, Text: null })
                context.Problems.Error(note.PositionOf(nameof(note.Look)), "look: a label needs words", "write them as text");
            MomentChecks.IsWithin(phase, note.At, note.PositionOf(nameof(note.At)), context);
            if (context.SoundNetwork is not { } network) continue;
            if (note.Unit is { } unit && NetworkReferences.ProblemWith(unit, network) is (var noUnit, var unitHint))
                context.Problems.Error(note.PositionOf(nameof(note.Unit)), $"unit: {noUnit}", unitHint);
            if (note.Weight is { } weight && NetworkReferences.ProblemWith(weight, network) is (var noWeight, var weightHint))
                context.Problems.Error(note.PositionOf(nameof(note.Weight)), $"weight: {noWeight}", weightHint);
        }
    }
}
