using System.Globalization;
using System.Text;
using HarfBuzzSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Which way each character of a line runs: its embedding level, even from left to right and odd from right to left. Unicode Standard
/// Annex 9, as far as a label needs it: the line runs as its first letter does; numbers run from left to right; what is neither letter nor
/// number goes with its neighbours where they agree, and else with the line.
/// </summary>
/// <remarks>
/// Left out are explicit embeddings, overrides and isolates (X1–X8), pairs of brackets (N0), Arabic numbers as a class of their own, and
/// signs at numbers (W4, W5) but for those that <see cref="NumberStyle"/> counts in.
/// </remarks>
internal static class BidiLevels
{
    enum Kind
    {
        Neutral,
        Left,
        Right,
        Number,
    }

    /// <summary>A level for each UTF-16 unit.</summary>
    public static byte[] Of(string text)
    {
        const char BeforeHebrew = '\u058F';
        var levels = new byte[text.Length];
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', BeforeHebrew)) return levels;
        var kinds = Kinds(text);
        if (!kinds.Contains(Kind.Right)) return levels;

        var line = kinds.First(kind => kind is Kind.Left or Kind.Right);
        SettleNumbers(kinds, line);
        SettleNeutrals(kinds, line);
        for (var i = 0; i < levels.Length; i++)
            levels[i] = (line, kinds[i]) switch
            {
                (_, Kind.Right) => 1,
                (Kind.Left, Kind.Left) => 0,
                _ => 2,
            };
        return levels;
    }

    /// <summary>
    /// Brings runs into the order in which they stand from left to right (rule L2): from the highest level down to 1, what stands at that
    /// level or above is turned round.
    /// </summary>
    public static void Reorder<T>(List<T> runs, Func<T, int> level)
    {
        for (var least = runs.Select(level).DefaultIfEmpty().Max(); least > 0; least--)
            for (var start = 0; start < runs.Count; start++)
            {
                var end = start;
                while (end < runs.Count && level(runs[end]) >= least) end++;
                runs.Reverse(start, end - start);
                start = end;
            }
    }

    static Kind[] Kinds(string text)
    {
        var kinds = new Kind[text.Length];
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            var kind = Rune.GetUnicodeCategory(rune) switch
            {
                _ when Composition.IsMark(text, i) => i > 0 ? kinds[i - 1] : Kind.Neutral,
                UnicodeCategory.DecimalDigitNumber => Kind.Number,
                _ when NumberStyle.IsInNumber(text, i) => Kind.Number,
                _ when !Rune.IsLetter(rune) => Kind.Neutral,
                _ => UnicodeFunctions.Default.GetScript(rune.Value).HorizontalDirection == Direction.RightToLeft ? Kind.Right : Kind.Left,
            };
            kinds.AsSpan(i, length).Fill(kind);
            i += length;
        }
        return kinds;
    }

    /// <summary>After letters that run from left to right, a number is as they are (rule W7).</summary>
    static void SettleNumbers(Kind[] kinds, Kind line)
    {
        var last = line;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is Kind.Left or Kind.Right) last = kinds[i];
            if (kinds[i] == Kind.Number && last == Kind.Left) kinds[i] = Kind.Left;
        }
    }

    /// <summary>Rules N1 and N2. A number that is left counts as running from right to left here.</summary>
    static void SettleNeutrals(Kind[] kinds, Kind line)
    {
        Kind Side(int i) => i < 0 || i >= kinds.Length ? line : kinds[i] == Kind.Number ? Kind.Right : kinds[i];

        for (var start = 0; start < kinds.Length; start++)
        {
            var end = start;
            while (end < kinds.Length && kinds[end] == Kind.Neutral) end++;
            kinds.AsSpan(start, end - start).Fill(Side(start - 1) == Side(end) ? Side(end) : line);
            start = end;
        }
    }
}
