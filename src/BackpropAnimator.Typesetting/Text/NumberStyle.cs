using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// How numbers are written in running text: with a true minus, and every character of a number in a column of its own width.
/// </summary>
internal static class NumberStyle
{
    const char Minus = '\u2212';

    /// <summary>
    /// The text with each hyphen that stands for a sign ("-0.5", "(-1", "= -2") turned into a minus; a hyphen between words or sizes
    /// ("3-4-2") stays.
    /// </summary>
    public static string WithTrueMinus(string text)
    {
        if (!text.Contains('-')) return text;
        var written = new StringBuilder(text);
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '-' && !FollowsAWord(text, i) && StartsANumber(text, i + 1)) written[i] = Minus;
        return written.ToString();
    }

    /// <summary>
    /// Whether the character at <paramref name="index"/> is part of a number: a digit, or a point, comma or sign at a digit.
    /// </summary>
    public static bool IsInNumber(string text, int index) => text[index] switch
    {
        >= '0' and <= '9' => true,
        '.' or ',' => IsDigit(text, index + 1),
        '+' or Minus => !FollowsAWord(text, index) && StartsANumber(text, index + 1),
        _ => false,
    };

    static bool StartsANumber(string text, int index) =>
        IsDigit(text, index) || (index < text.Length && text[index] == '.' && IsDigit(text, index + 1));

    static bool FollowsAWord(string text, int index) =>
        index > 0 && (char.IsLetterOrDigit(text[index - 1]) || text[index - 1] is '-' or ')');

    static bool IsDigit(string text, int index) => index < text.Length && char.IsAsciiDigit(text[index]);
}
