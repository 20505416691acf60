namespace BackpropAnimator.Video;

/// <summary>Several things in a sentence.</summary>
public static class Enumeration
{
    /// <summary>Such as <c>a, b or c</c>.</summary>
    /// <param name="word">What stands before the last: or, and.</param>
    public static string Of(IEnumerable<string> names, string word = "or")
    {
        string[] all = [.. names];
        return all.Length == 1 ? all[0] : $"{string.Join(", ", all[..^1])} {word} {all[^1]}";
    }
}
