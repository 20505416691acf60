using System.Globalization;
using System.Text;

namespace BackpropAnimator.Script.Variants;

/// <summary>Names for files that every system takes, and that no shell, path or option can mistake for something else.</summary>
internal static class FileName
{
    // Four bytes each at the most, and 255 bytes is what file systems take: this leaves room for a number, an extension and ".part".
    const int Longest = 56;

    // https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    static readonly string[] OfDevices = ["con", "prn", "aux", "nul", .. Numbered("com"), .. Numbered("lpt")];

    /// <summary>
    /// Letters and digits of any script stay, and underscores and single dots between them; all else becomes a hyphen. Empty when nothing
    /// is left.
    /// </summary>
    public static string From(string text)
    {
        var name = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().SkipWhile(rune => !IsOfWord(rune)).Take(Longest))
            if (IsOfWord(rune)) name.Append(rune);
            else if (name[^1] is not ('-' or '.')) name.Append(rune.Value == '.' ? '.' : '-');
        var kept = name.ToString().TrimEnd('-', '.');
        return OfDevices.Contains(kept.Split('.')[0], StringComparer.OrdinalIgnoreCase) ? "_" + kept : kept;
    }

    // Marks are parts of letters that are written as two characters.
    static bool IsOfWord(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value == '_'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    static IEnumerable<string> Numbered(string port) =>
        Enumerable.Range(1, 9).Select(n => string.Create(CultureInfo.InvariantCulture, $"{port}{n}"));
}
