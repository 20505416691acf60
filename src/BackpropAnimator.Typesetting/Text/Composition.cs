using System.Globalization;
using System.Text;
using HarfBuzzSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Unicode's composed form (NFC), which decides the face that a letter with its marks is taken from. <see cref="string.Normalize()"/>
/// leaves a string as it is under invariant globalization, and a file saved on macOS may well hold "ê" as two characters.
/// </summary>
internal static class Composition
{
    static readonly UnicodeFunctions Unicode = UnicodeFunctions.Default;

    /// <summary>The text with every letter and its marks in one character wherever Unicode has that character.</summary>
    public static string Compose(string text)
    {
        if (!text.Any(letter => IsMark(char.GetUnicodeCategory(letter)))) return text;
        var parts = new List<int>();
        foreach (var rune in text.EnumerateRunes()) Decompose(rune.Value, parts);
        Order(parts);
        var composed = new StringBuilder(text.Length);
        foreach (var character in Composed(parts)) composed.Append(new Rune(character).ToString());
        return composed.ToString();
    }

    /// <summary>Whether the character at an index combines with the one before it.</summary>
    public static bool IsMark(string text, int index) => IsMark(CharUnicodeInfo.GetUnicodeCategory(text, index));

    /// <summary>Takes the last mark off a letter: ŷ is y with a circumflex.</summary>
    public static bool TryTake(char letter, out char bare, out char mark)
    {
        var found = Unicode.TryDecompose(letter, out int first, out int second);
        (bare, mark) = ((char)first, (char)second);
        return found && second != 0 && first <= char.MaxValue;
    }

    static bool IsMark(UnicodeCategory category) => category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    static void Decompose(int character, List<int> parts)
    {
        if (!Unicode.TryDecompose(character, out int first, out int second))
        {
            parts.Add(character);
            return;
        }
        Decompose(first, parts);
        if (second != 0) Decompose(second, parts);
    }

    /// <summary>Puts the marks on each letter in order of their combining classes; marks of one class stay in their order.</summary>
    static void Order(List<int> parts)
    {
        for (var i = 1; i < parts.Count; i++)
            for (var j = i; j > 0 && Class(parts[j]) > 0 && Class(parts[j - 1]) > Class(parts[j]); j--)
                (parts[j - 1], parts[j]) = (parts[j], parts[j - 1]);
    }

    static List<int> Composed(List<int> parts)
    {
        const int None = -1;
        var composed = new List<int>();
        var (letter, lastClass) = (None, None);
        foreach (var part in parts)
        {
            // A mark that found no partner blocks the later ones of its own class from reaching the letter.
            var isBlocked = lastClass >= Class(part);
            if (letter != None && !isBlocked && Unicode.TryCompose(composed[letter], part, out int with))
            {
                composed[letter] = with;
                continue;
            }
            (letter, lastClass) = Class(part) == 0 ? (composed.Count, None) : (letter, Class(part));
            composed.Add(part);
        }
        return composed;
    }

    static int Class(int character) => (int)Unicode.GetCombiningClass(character);
}
