using System.Collections.Immutable;

namespace BackpropAnimator.Script;

/// <summary>What reading a batch gave.</summary>
/// <param name="Variants">The variants that can be told; the scenes they make are still to be read.</param>
/// <param name="Diagnostics">Every problem found in variants files and tables; none of the scenes'.</param>
public sealed record VariantsResult(ImmutableArray<Variant> Variants, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(problem => problem.Severity == Severity.Error);
}
