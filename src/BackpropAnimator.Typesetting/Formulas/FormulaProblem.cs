namespace BackpropAnimator.Typesetting;

/// <summary>Something in a formula's source that cannot be set.</summary>
/// <param name="Column">Where it begins in the source; the first character is 1.</param>
/// <param name="Message">What is wrong, in one line.</param>
/// <param name="Hint">What to do about it, where that can be told.</param>
public sealed record FormulaProblem(int Column, string Message, string? Hint = null)
{
    public override string ToString() => Hint is null ? $"{Column}: {Message}" : $"{Column}: {Message} ({Hint})";
}
