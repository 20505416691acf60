namespace BackpropAnimator.Pages;

/// <summary>A page cannot be made.</summary>
/// <param name="message">What is the matter, in words.</param>
/// <param name="hint">What to do.</param>
public sealed class PageException(string message, string hint) : Exception(message)
{
    public string Hint { get; } = hint;
}
