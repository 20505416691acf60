using System.Globalization;
using System.Text;
using Wcwidth;

namespace BackpropAnimator.Video.Subtitles;

/// <summary>A part of a text that no line ends within: a word, or where there are no spaces a letter with what clings to it.</summary>
/// <param name="Width">In columns: a Chinese or Japanese letter takes two.</param>
/// <param name="HasSpace">Whether a space is before it, if it does not begin a line.</param>
/// <param name="BeginsLine">Whether the text itself begins a line here.</param>
internal readonly record struct TextPiece(string Text, int Width, bool HasSpace, bool BeginsLine)
{
    // Letters that no line begins with, and those that none ends with (JIS X 4051; GB/T 15834).
    const string NotFirst = "、。，．・：；？！）」』】〉》〕］｝”’…‥ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ%％‰°℃,.;:?!)]}»";
    const string NotLast = "（「『【〈《〔［｛“‘([{«$￥¥€";

    const string SentenceEnds = ".?!…。？！", ClauseEnds = ",;:—–、，；：";

    // What may come after them and belongs to them.
    const string Closing = "”’\"')]»」』）";

    // Words such as "a" and "of" lead on to what follows.
    const int ShortWord = 3;

    /// <summary>The pieces of a text, in order.</summary>
    /// <param name="widest">A longer word is cut.</param>
    public static List<TextPiece> Of(string text, int widest)
    {
        List<TextPiece> pieces = [];
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var isFirst = true;
            foreach (var word in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                var hasSpace = true;
                foreach (var part in Parts(word, widest))
                {
                    pieces.Add(new(part, WidthOf(part), hasSpace, isFirst));
                    (hasSpace, isFirst) = (false, false);
                }
            }
        }
        return pieces;
    }

    /// <summary>How much worse it is to end a line after this piece than at the end of a sentence.</summary>
    public double CostOfBreak
    {
        get
        {
            var end = Text.TrimEnd(Closing.ToCharArray());
            if (end.Length > 0 && SentenceEnds.Contains(end[^1])) return 0;
            if (end.Length > 0 && ClauseEnds.Contains(end[^1])) return 2;
            return Width <= ShortWord && HasSpace ? 9 : 5;
        }
    }

    /// <summary>The same of a text without its spaces.</summary>
    public static int LettersWidth(string text) => WidthOf(text.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>Whether a space belongs between two texts: not where neither side writes any.</summary>
    public static bool WantsSpace(string before, string after) =>
        before.Length == 0 || after.Length == 0 || (WidthOf(Letters(before).Last()) < 2 && WidthOf(Letters(after).First()) < 2);

    static IEnumerable<string> Parts(string word, int widest)
    {
        var (part, width, before) = (new StringBuilder(), 0, "");
        foreach (var letter in Letters(word))
        {
            var wide = WidthOf(letter);
            if (before.Length > 0 && (MayBreak(before, letter) || width + wide > widest))
            {
                yield return part.ToString();
                part.Clear();
                width = 0;
            }
            part.Append(letter);
            (width, before) = (width + wide, letter);
        }
        if (part.Length > 0) yield return part.ToString();
    }

    // Where nobody writes spaces, lines end between any two letters.
    static bool MayBreak(string before, string after) =>
        (WidthOf(before) > 1 || WidthOf(after) > 1) && !NotLast.Contains(before[0]) && !NotFirst.Contains(after[0]);

    static IEnumerable<string> Letters(string word)
    {
        for (var letters = StringInfo.GetTextElementEnumerator(word); letters.MoveNext();) yield return letters.GetTextElement();
    }

    /// <summary>In columns.</summary>
    public static int WidthOf(string text) => text.EnumerateRunes().Sum(rune => Math.Max(0, UnicodeCalculator.GetWidth(rune)));
}
