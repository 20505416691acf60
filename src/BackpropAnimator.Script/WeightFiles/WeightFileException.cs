namespace BackpropAnimator.Script.WeightFiles;

/// <summary>A file of weights cannot be used.</summary>
/// <param name="problem">What is wrong, as a clause that follows the file's name.</param>
/// <param name="hint">What to do, or null.</param>
internal sealed class WeightFileException(string problem, string? hint = null) : Exception(problem)
{
    public string? Hint { get; } = hint;
}
