using System.Globalization;

namespace BackpropAnimator.Script;

/// <summary>Whether a problem stops the program.</summary>
public enum Severity
{
    /// <summary>Something is probably not meant as it is written; the scene is still usable.</summary>
    Warning,

    /// <summary>The scene cannot be used.</summary>
    Error,
}

/// <summary>One problem of a scene: where it is, what is wrong and, where it can be said, what to do about it.</summary>
/// <param name="Position">The place of the offending text.</param>
/// <param name="Severity">Whether the scene can still be used.</param>
/// <param name="Message">One line that says what was expected and what was found.</param>
/// <param name="Hint">One line that says what to do, or null.</param>
public sealed record Diagnostic(SourcePosition Position, Severity Severity, string Message, string? Hint)
{
    /// <summary>
    /// The form that compilers use and editors can jump to: <c>file:line:column: error: message</c>, and the hint on a second line.
    /// </summary>
    public override string ToString()
    {
        var level = Severity == Severity.Error ? "error" : "warning";
        var line = $"{Position}: {level}: {Message}";
        return Hint is null ? line : $"{line}\n  hint: {Hint}";
    }
}

/// <summary>
/// A place that a diagnostic can point at: a file with its line and column (both counted from 1), or a whole file or a
/// command line option such as <c>--set network.seed=3</c>, whose line is 0.
/// </summary>
public readonly record struct SourcePosition(string File, int Line, int Column)
{
    /// <summary>The whole file, or the command line option itself.</summary>
    public static SourcePosition Whole(string file) => new(file, 0, 0);

    public override string ToString() =>
        Line == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
