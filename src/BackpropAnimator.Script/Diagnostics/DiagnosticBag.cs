using System.Collections.Immutable;
using System.Globalization;

namespace BackpropAnimator.Script.Diagnostics;

/// <summary>Collects the problems of one reading: each once, and no more than anyone would read.</summary>
internal sealed class DiagnosticBag
{
    /// <summary>More are counted, not kept.</summary>
    public const int MaxKept = 100;

    readonly Dictionary<(SourcePosition, string), Diagnostic> kept = [];
    int left;

    /// <summary>How many problems were reported so far, of either severity, kept or not.</summary>
    public int Count { get; private set; }

    public bool HasErrors { get; private set; }

    public void Error(SourcePosition at, string message, string? hint = null)
    {
        HasErrors = true;
        Add(new(at, Severity.Error, message, hint));
    }

    public void Warning(SourcePosition at, string message, string? hint = null) => Add(new(at, Severity.Warning, message, hint));

    void Add(Diagnostic problem)
    {
        Count++;
        // An alias makes one piece of the file into several values: its problem is still one.
        var key = (problem.Position, problem.Message);
        if (kept.Count < MaxKept) kept.TryAdd(key, problem);
        else if (!kept.ContainsKey(key)) left++;
    }

    /// <summary>
    /// In the order of <paramref name="file"/>, then those of other files and of overrides in the order in which they were found.
    /// </summary>
    public ImmutableArray<Diagnostic> InOrder(string file)
    {
        var ordered = kept.Values
            .OrderBy(d => d.Position.File == file ? 0 : 1)
            .ThenBy(d => d.Position.File == file ? (d.Position.Line, d.Position.Column) : (0, 0))
            .ToImmutableArray();
        if (left == 0) return ordered;
        var rest = string.Create(CultureInfo.InvariantCulture, $"and {left} more problems");
        return ordered.Add(new(SourcePosition.Whole(file), Severity.Error, rest, null));
    }
}
