using System.Globalization;
using System.Text;

namespace BackpropAnimator.Files;

/// <summary>Words of others, such as the names of files and what other programs say, as a terminal may show them.</summary>
internal static class PlainText
{
    /// <summary>
    /// The text with its control characters written out, but for line breaks and tabs: a terminal would take them as orders.
    /// </summary>
    public static string Of(string text)
    {
        if (!text.Any(IsOrder)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (IsOrder(letter)) plain.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
            else plain.Append(letter);
        return plain.ToString();
    }

    static bool IsOrder(char letter) => char.IsControl(letter) && letter is not ('\n' or '\t');
}
