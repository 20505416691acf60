using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>A formula was to be laid out whose source has problems; <see cref="Formula.Check(string)"/> finds them beforehand.</summary>
public sealed class FormulaException : Exception
{
    public FormulaException(string source, ImmutableArray<FormulaProblem> problems)
        : base($"The formula '{source}' cannot be set: {string.Join("; ", problems)}")
    {
        (FormulaSource, Problems) = (source, problems);
    }

    /// <summary>The formula as it was written.</summary>
    public string FormulaSource { get; }

    /// <summary>Everything that is wrong, from left to right; at least one.</summary>
    public ImmutableArray<FormulaProblem> Problems { get; }
}

/// <summary>Something in a formula's source that cannot be set.</summary>
/// <param name="Column">Where it begins in the source; the first character is 1.</param>
/// <param name="Message">What is wrong, in one line.</param>
/// <param name="Hint">What to do about it, where that can be told.</param>
public sealed record FormulaProblem(int Column, string Message, string? Hint = null)
{
    public override string ToString() => Hint is null ? $"{Column}: {Message}" : $"{Column}: {Message} ({Hint})";
}
