using System.Buffers;
using System.Globalization;
using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Where a text may go on in a new line: after spaces, and in Chinese and Japanese between letters, but for the signs that may not begin or
/// end a line (kinsoku). Unicode Standard Annex 14, as far as a caption needs it: words are not hyphenated, and stay whole at hyphens.
/// </summary>
public static class LineBreaks
{
    const char ZeroWidthSpace = '\u200B';

    // What glues its neighbours together.
    const string Glue = "\u00A0\u202F\u2060\uFEFF";

    // JIS X 4051 and GB/T 15834: no line begins with these, besides closing brackets and quotation marks …
    const string BeginNoLine = "、。，．：；！？・ーゝゞヽヾ々〻…‥‐゠–〜～％‰℃°,.:;!?%" +
        "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ";

    // In French they stand after a space, and begin no line all the same.
    const string FollowsSpace = ":;?!»";

    // … and none ends with these, besides those that open.
    const string EndNoLine = "￥＄＃$#";

    /// <summary>The offsets at which a line may begin, in order; the text's own start and end are not among them.</summary>
    public static IEnumerable<int> In(string text) => Between(text, MayPart);

    /// <summary>
    /// Where a word of Thai and its like may be parted if it has to, as it is wider than a line: between what readers take for letters.
    /// </summary>
    public static IEnumerable<int> WithinWords(string text) => Between(text, (before, after) =>
        WritingSystem.NeedsDictionary(WritingSystem.Of(before)) && WritingSystem.NeedsDictionary(WritingSystem.Of(after))
        // A Thai or Lao vowel that is written before its consonant, and signs that belong to what is before them.
        && before.Value is not ((>= 0xE40 and <= 0xE44) or (>= 0xEC0 and <= 0xEC4))
        && after.Value is not (0xE2F or 0xE30 or 0xE32 or 0xE33 or 0xE45 or 0xE46 or 0xEB0 or 0xEB2 or 0xEB3));

    static IEnumerable<int> Between(string text, Func<Rune, Rune, bool> mayPart)
    {
        var before = default(Rune);
        for (var i = 0; i < text.Length;)
        {
            var first = Rune.TryGetRuneAt(text, i, out var rune) ? rune : Rune.ReplacementChar;
            if (i > 0 && mayPart(before, first)) yield return i;
            i += StringInfo.GetNextTextElementLength(text, i);
            before = Rune.DecodeLastFromUtf16(text.AsSpan(0, i), out var last, out _) == OperationStatus.Done && !IsMark(last)
                ? last : first;
        }
    }

    static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    static bool MayPart(Rune before, Rune after)
    {
        if (IsSpace(after)) return false;
        if (IsSpace(before)) return !Is(FollowsSpace, after);
        if (before.Value == ZeroWidthSpace) return true;
        if (Is(Glue, before) || Is(Glue, after)) return false;
        if (!IsIdeographic(before) && !IsIdeographic(after)) return false;
        var (ends, begins) = (Rune.GetUnicodeCategory(before), Rune.GetUnicodeCategory(after));
        return !Is(EndNoLine, before) && !Is(BeginNoLine, after)
            && ends is not (UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation)
            && begins is not (UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation)
            // Two of these are one sign.
            && !(before == after && before.Value is '—' or '…');
    }

    static bool IsSpace(Rune rune) => rune.Value is ' ' or '\n' or '\u3000';

    static bool Is(string signs, Rune rune) => rune.IsBmp && signs.Contains((char)rune.Value, StringComparison.Ordinal);

    // A formula among Chinese letters is as one of them.
    static bool IsIdeographic(Rune rune) =>
        WritingSystem.IsChineseOrJapanese(WritingSystem.Of(rune)) || rune.Value is (>= 0x3001 and <= 0x303F) or (>= 0xFF00 and <= 0xFFEF);
}
