using System.Globalization;
using System.Text;

namespace BackpropAnimator.Script.Yaml;

/// <summary>A piece of the file as a diagnostic shows it: in quotes, on one line, not too long.</summary>
internal static class Quote
{
    const int Longest = 40;

    public static string InWords(string text)
    {
        var shown = new StringBuilder("'");
        foreach (var rune in text.EnumerateRunes().Take(Longest))
            if (Rune.IsControl(rune)) shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            else shown.Append(rune);
        return shown.Append(text.Length > Longest ? "…'" : "'").ToString();
    }
}
