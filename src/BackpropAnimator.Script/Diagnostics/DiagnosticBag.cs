using System.Collections.Immutable;
using System.Globalization;

namespace BackpropAnimator.Script.Diagnostics;

/// <summary>Collects the problems of one reading: each once, and no more than anyone would read.</summary>
internal sealed class DiagnosticBag
{
    /// <summary>More are counted, not kept.</summary>
    public const int MaxKept = 100;

    readonly Dictionary<object, (Diagnostic First, int Others)> kept = [];
    int left;

    /// <summary>How many problems were reported so far, of either severity, kept or not.</summary>
    public int Count { get; private set; }

    public bool HasErrors { get; private set; }

    /// <param name="at">Where it is.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="hint">What to do.</param>
    /// <param name="same">
    /// What a problem has in common with others that are no further ones, whatever their words: the first is told, with how many other
    /// places meet it. Left out, its place and message.
    /// </param>
    public void Error(SourcePosition at, string message, string? hint = null, object? same = null)
    {
        HasErrors = true;
        Add(new(at, Severity.Error, message, hint), same);
    }

    public void Warning(SourcePosition at, string message, string? hint = null) => Add(new(at, Severity.Warning, message, hint), null);

    void Add(Diagnostic problem, object? same)
    {
        Count++;
        var key = same ?? (problem.Position, problem.Message);
        // An alias makes one piece of the file into several values: its problem is still one, at one place.
        if (kept.TryGetValue(key, out var known))
            kept[key] = known with { Others = known.Others + (problem.Position == known.First.Position ? 0 : 1) };
        else if (kept.Count < MaxKept) kept.Add(key, (problem, 0));
        else left++;
    }

    /// <summary>
    /// In the order of <paramref name="file"/>, then those of other files and of overrides in the order in which they were found.
    /// </summary>
    public ImmutableArray<Diagnostic> InOrder(string file)
    {
        var ordered = kept.Values.Select(problem => problem.First with { Message = WithOthers(problem.First.Message, problem.Others) })
            .OrderBy(d => d.Position.File == file ? 0 : 1)
            .ThenBy(d => d.Position.File == file ? (d.Position.Line, d.Position.Column) : (0, 0))
            .ToImmutableArray();
        if (left == 0) return ordered;
        var rest = string.Create(CultureInfo.InvariantCulture, $"and {left} more problems");
        return ordered.Add(new(SourcePosition.Whole(file), Severity.Error, rest, null));
    }

    /// <summary>A message that stands for others too.</summary>
    public static string WithOthers(string message, int others) => others == 0 ? message : $"{message} (and {others:N0} more like it)";
}
