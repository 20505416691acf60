using System.Globalization;
using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Which face each letter of a line is taken from: the line's own, as far as it has the letters, and else one of a chain.
/// </summary>
/// <param name="fallbacks">How many further fonts the scene brings.</param>
internal sealed class FaceChoice(Func<Face, FontFile> files, int fallbacks)
{
    /// <summary>
    /// The face of each UTF-16 unit: for a grapheme cluster, what readers take for one letter, the first face that has all of it; where
    /// there is none, each character is on its own.
    /// </summary>
    /// <param name="missing">Takes the characters that no face has, each once.</param>
    public FontFile[] Choose(string line, Face face, List<string> missing)
    {
        var candidates = CandidatesFor(face);
        var chosen = new FontFile[line.Length];
        for (var start = 0; start < line.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(line, start);
            Choose(line, start, start + length, candidates, chosen, missing);
            start += length;
        }
        if (fallbacks > 0) KeepWithNeighbours(line, chosen);
        return chosen;
    }

    FontFile[] CandidatesFor(Face face)
    {
        var isHeavy = face is Face.SemiBold or Face.Bold or Face.Italic;
        var spare = face switch
        {
            Face.SemiBold or Face.Bold => Face.SpareSemiBold,
            Face.Italic => Face.SpareItalic,
            _ => Face.SpareRegular,
        };
        return
        [
            files(face),
            .. Enumerable.Range(0, fallbacks).Select(font => files(FallbackFaces.Of(font, isHeavy))),
            files(spare),
            // In formulas, which keep the program's own face for words as far as that goes.
            .. face == Face.SpareRegular ? [files(Face.Regular)] : Array.Empty<FontFile>(),
            files(Face.Math),
        ];
    }

    static void Choose(string line, int start, int end, FontFile[] candidates, FontFile[] chosen, List<string> missing)
    {
        var common = Array.Find(candidates, file => HasAll(file, line.AsSpan(start, end - start)));
        for (var i = start; i < end;)
        {
            Rune.DecodeFromUtf16(line.AsSpan(i), out _, out var length);
            var character = line.Substring(i, length);
            var file = common ?? Array.Find(candidates, candidate => HasAll(candidate, character));
            if (file is null && !missing.Contains(character)) missing.Add(character);
            chosen.AsSpan(i, length).Fill(file ?? candidates[0]);
            i += length;
        }
    }

    /// <summary>
    /// Spaces, and quotation marks and dashes that every script has, go with the letters about them: between Chinese ones a Latin quotation
    /// mark would be too narrow, and an Arabic word and its space are shaped as one.
    /// </summary>
    static void KeepWithNeighbours(string line, FontFile[] chosen)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(line, i);
            var isSpace = category == UnicodeCategory.SpaceSeparator;
            if (!isSpace && (char.IsAscii(line[i]) || !IsPunctuation(category))) continue;
            var (before, after) = (i > 0 ? chosen[i - 1] : null, AfterSpaces(i + 1));
            var opens = category is UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.OpenPunctuation;
            var neighbour = isSpace ? (before == after ? before : null) : opens ? after ?? before : before ?? after;
            if (neighbour is not null && neighbour.Face.IsFallback() && HasAll(neighbour, line.AsSpan(i, 1))) chosen[i] = neighbour;
        }

        FontFile? AfterSpaces(int i)
        {
            while (i < line.Length && line[i] == ' ') i++;
            return i < line.Length ? chosen[i] : null;
        }
    }

    static bool IsPunctuation(UnicodeCategory category) => category
        is UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OpenPunctuation
        or UnicodeCategory.ClosePunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OtherPunctuation;

    static bool HasAll(FontFile file, ReadOnlySpan<char> characters)
    {
        foreach (var rune in characters.EnumerateRunes())
            if (!NeedsNoGlyph(rune) && file.Glyph(rune.Value) == 0) return false;
        return true;
    }

    /// <summary>Joiners, direction marks and variation selectors: HarfBuzz shows nothing for them, also where the font has them.</summary>
    static bool NeedsNoGlyph(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value is >= 0xFE00 and <= 0xFE0F;
}
