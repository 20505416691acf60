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
