namespace BackpropAnimator.Script.Keys.Formats;

/// <summary>
/// A name as people write it: <c>leaky_relu</c> is also LeakyReLU, leaky-relu and Leaky ReLU. No two names of one choice differ in case and
/// separators alone.
/// </summary>
internal static class LooseName
{
    /// <summary>Whether a text is a name in snake_case, but for letters' case and for what is between its words.</summary>
    public static bool IsSpelt(string text, string name)
    {
        var at = 0;
        foreach (var c in name)
            if (c == '_')
            {
                if (at < text.Length && text[at] is '_' or '-' or ' ') at++;
            }
            else if (at == text.Length || char.ToLowerInvariant(text[at++]) != c) return false;
        return at == text.Length;
    }

    /// <summary>The same as a regular expression without its anchors, in the words that JSON Schema and .NET share.</summary>
    public static string Pattern(string name) =>
        string.Concat(name.Select(c => c == '_' ? "[-_ ]?" : char.IsAsciiLetter(c) ? $"[{char.ToUpperInvariant(c)}{c}]" : $"{c}"));
}
