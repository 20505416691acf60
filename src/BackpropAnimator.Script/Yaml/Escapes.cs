using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace BackpropAnimator.Script.Yaml;

/// <summary>
/// The escapes of a text in double quotes. A formula in such quotes is a classic mistake: YAML reads <c>"\frac"</c> as a form feed and
/// "rac".
/// </summary>
internal static partial class Escapes
{
    /// <summary>What stands after each backslash of a text as it is written: all letters, or one other sign.</summary>
    /// <param name="written">With its double quotes or without.</param>
    public static ImmutableArray<string> In(string written) =>
        [.. Words().Matches(written).Select(match => match.Groups[1].Value).Where(word => word is not ("\\" or "\""))];

    /// <summary>What an author is most likely to have meant to keep its backslash: a whole word.</summary>
    public static string? FirstWord(ImmutableArray<string> escapes) =>
        escapes.FirstOrDefault(word => word.Length > 1) ?? escapes.FirstOrDefault();

    /// <summary>What to do about an escape that was not meant as one.</summary>
    /// <param name="word">What stands after its backslash.</param>
    public static string Remedy(string word) => $"in double quotes a backslash begins an escape: use single quotes, as in '\\{word} …'";

    [GeneratedRegex(@"\\([A-Za-z]+|.)", RegexOptions.Singleline)]
    private static partial Regex Words();
}
