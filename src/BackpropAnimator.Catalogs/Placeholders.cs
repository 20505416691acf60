using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace BackpropAnimator.Catalogs;

/// <summary>The places of a text where values go: <c>{epoch}</c>. A brace of its own is written twice.</summary>
internal static class Placeholders
{
    static readonly Regex placeholder = new(@"\{\{|\}\}|\{([a-z]+)\}");

    /// <summary>Their names, each once, in the order of the text.</summary>
    public static List<string> In(string text) =>
        [.. placeholder.Matches(text).Cast<Match>().Where(match => match.Groups[1].Success)
            .Select(match => match.Groups[1].Value).Distinct()];

    /// <summary>The text as a composite format, in which each placeholder is a number: its place among <paramref name="names"/>.</summary>
    public static string Numbered(string text, List<string> names) => placeholder.Replace(
        text, match => match.Groups[1].Success ? $"{{{names.IndexOf(match.Groups[1].Value)}}}" : match.Value);

    /// <summary>A text without placeholders as it is shown.</summary>
    public static string Plain(string text) => text.Replace("{{", "{").Replace("}}", "}");
}
