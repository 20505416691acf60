using System.Globalization;
using System.Text;
using HarfBuzzSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>What a character is to the order of reading: Unicode Standard Annex 9, table 4.</summary>
internal enum BidiClass
{
    Neutral,
    Left,
    Right,
    ArabicLetter,
    Number,
    ArabicNumber,

    /// <summary>A plus or minus.</summary>
    Sign,

    /// <summary>What stands at a number: a unit of money, a percent sign.</summary>
    AtNumber,

    /// <summary>What stands between the parts of a number: a point, a comma, a colon, a slash.</summary>
    InNumber,

    /// <summary>A mark, which is as its letter is.</summary>
    Mark,
}

/// <summary>The classes of characters, by their script and category: .NET has no table of them.</summary>
internal static class BidiClasses
{
    public const char LeftToRightMark = '\u200E', RightToLeftMark = '\u200F', ArabicLetterMark = '\u061C';

    static readonly Script[] arabic = [Script.Arabic, Script.Syriac, Script.Thaana];

    /// <summary>A class for each UTF-16 unit.</summary>
    public static BidiClass[] Of(string text)
    {
        var classes = new BidiClass[text.Length];
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            classes.AsSpan(i, length).Fill(Of(text, i, rune));
            i += length;
        }
        return classes;
    }

    static BidiClass Of(string text, int index, Rune rune)
    {
        var category = Rune.GetUnicodeCategory(rune);
        return rune.Value switch
        {
            LeftToRightMark => BidiClass.Left,
            RightToLeftMark => BidiClass.Right,
            ArabicLetterMark => BidiClass.ArabicLetter,
            >= 0x660 and <= 0x669 or 0x66B or 0x66C => BidiClass.ArabicNumber,
            _ when category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => BidiClass.Mark,
            // A sign is a part of its number here, as in mathematics: it stays left of the digits.
            _ when category == UnicodeCategory.DecimalDigitNumber && rune.Value is < 128 or (>= 0x6F0 and <= 0x6F9) => BidiClass.Number,
            _ when NumberStyle.IsInNumber(text, index) => BidiClass.Number,
            '+' or '-' or '\u2212' => BidiClass.Sign,
            '.' or ',' or '/' or ':' or '\u00A0' or '\u202F' or '\u060C' => BidiClass.InNumber,
            '#' or '%' or '°' or '±' or '‰' or '′' or '″' or '\u066A' => BidiClass.AtNumber,
            _ when category == UnicodeCategory.CurrencySymbol => BidiClass.AtNumber,
            _ when !Rune.IsLetterOrDigit(rune) && category != UnicodeCategory.SpacingCombiningMark => BidiClass.Neutral,
            _ when WritingSystem.Of(rune).HorizontalDirection != Direction.RightToLeft => BidiClass.Left,
            _ => arabic.Contains(WritingSystem.Of(rune)) ? BidiClass.ArabicLetter : BidiClass.Right,
        };
    }

    /// <summary>The bracket that closes, or opens, the pair of one; null for every other character.</summary>
    public static (char Partner, bool Opens)? Bracket(char letter)
    {
        const string Pairs = "()[]{}⟨⟩「」『』（）【】《》〈〉";
        var at = Pairs.IndexOf(letter, StringComparison.Ordinal);
        return at < 0 ? null : (Pairs[at ^ 1], at % 2 == 0);
    }
}
