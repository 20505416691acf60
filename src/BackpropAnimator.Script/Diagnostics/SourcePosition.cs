using System.Globalization;

namespace BackpropAnimator.Script;

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
