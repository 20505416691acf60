using System.Text;
using HarfBuzzSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>Unicode's scripts, as far as shaping has to tell them apart.</summary>
internal static class WritingSystem
{
    static readonly Script[] european = [Script.Latin, Script.Greek, Script.Cyrillic];
    static readonly Script[] chineseAndJapanese = [Script.Han, Script.Hiragana, Script.Katakana, Script.Bopomofo];

    static readonly Script[] withoutSpaces = [Script.Thai, Script.Lao, Script.Khmer, Script.Myanmar];

    public static Script Of(Rune rune) => UnicodeFunctions.Default.GetScript(rune.Value);

    /// <summary>Whether a character is of no script, or of every one: a digit, a space, a mark.</summary>
    public static bool IsShared(Script script) => script == Script.Common || script == Script.Inherited || script == Script.Unknown;

    /// <summary>The script of the first letter. (Fonts treat the scripts of one writing system alike.)</summary>
    public static Script OfRun(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (!IsShared(Of(rune))) return Of(rune);
        return Script.Common;
    }

    public static bool IsChineseOrJapanese(Script script) => chineseAndJapanese.Contains(script);

    /// <summary>Whether words have spaces between them.</summary>
    public static bool HasSpaces(Script script) => !IsChineseOrJapanese(script) && !withoutSpaces.Contains(script);

    /// <summary>Whether where a word ends is only known from a dictionary.</summary>
    public static bool NeedsDictionary(Script script) => withoutSpaces.Contains(script);

    /// <summary>
    /// Whether letters stand beside each other, each in one form: Latin, Greek and Cyrillic, and what is of no script. Everything else is
    /// left to the shaper.
    /// </summary>
    public static bool IsEuropean(Script script) => IsShared(script) || european.Contains(script);

    /// <summary>
    /// The lengths of a text's stretches of one writing system each, in UTF-16 units. What is of no script goes with what is before it
    /// (Unicode Standard Annex 24), and at the beginning with what follows.
    /// </summary>
    public static List<int> Stretches(ReadOnlySpan<char> text)
    {
        var lengths = new List<int>();
        var (start, at, system) = (0, 0, SystemOf(OfRun(text)));
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsShared(Of(rune)) && SystemOf(Of(rune)) != system)
            {
                lengths.Add(at - start);
                (start, system) = (at, SystemOf(Of(rune)));
            }
            at += rune.Utf16SequenceLength;
        }
        lengths.Add(text.Length - start);
        return lengths;
    }

    static Script SystemOf(Script script) =>
        IsEuropean(script) ? Script.Latin : chineseAndJapanese.Contains(script) ? Script.Han : script;
}
