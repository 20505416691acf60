namespace BackpropAnimator.Script.Diagnostics;

/// <summary>Problems that every row of a file may have: of each kind the first is told, and how many more there are.</summary>
internal sealed class FirstOfMany
{
    readonly Dictionary<string, (SourcePosition At, string Message, string? Hint, int Count)> kinds = [];

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => kinds.Count == 0;

    /// <summary>Counts a problem.</summary>
    /// <param name="kind">What it has in common with others.</param>
    public void Add(string kind, SourcePosition at, string message, string? hint = null) =>
        kinds[kind] = kinds.TryGetValue(kind, out var known) ? known with { Count = known.Count + 1 } : (at, message, hint, 1);

    /// <summary>Reports each kind once.</summary>
    public void Report(DiagnosticBag problems)
    {
        foreach (var (at, message, hint, count) in kinds.Values)
            problems.Error(at, DiagnosticBag.WithOthers(message, count - 1), hint);
    }
}
