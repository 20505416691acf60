using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Turns a line of text into placed glyphs. HarfBuzz kerns, puts marks on their letters and turns runs from right to left; ours are the
/// numbers (see <see cref="NumberStyle"/>) and other faces where the first lacks a letter.
/// </summary>
internal sealed class TextShaper(Func<Face, FontFile> files)
{
    /// <param name="text">One line. A tab or a line break counts as a space.</param>
    /// <param name="face">The face to set it in, as far as it has the letters.</param>
    /// <param name="size">Stage units per em.</param>
    public ShapedText Shape(string text, Face face, float size)
    {
        var spaced = string.Create(text.Length, text, static (letters, from) =>
        {
            for (var i = 0; i < letters.Length; i++) letters[i] = char.IsControl(from[i]) ? ' ' : from[i];
        });
        var line = NumberStyle.WithTrueMinus(Composition.Compose(spaced));
        var missing = new List<string>();
        var builder = new LineBuilder(size, files(face));
        foreach (var run in TextRun.Of(line, ChooseFaces(line, face, missing))) builder.Add(run);
        return new(files, text, line, face, size, builder.Width, builder.Ink, builder.Glyphs, builder.Clusters, [.. missing]);
    }

    /// <summary>
    /// The face of each UTF-16 unit: for a letter and its marks the first face that has them all; where there is none, each is on its own.
    /// </summary>
    FontFile[] ChooseFaces(string line, Face face, List<string> missing)
    {
        // A scene's font may lack what the program's own has.
        FontFile[] candidates = face == Face.Math
            ? [files(face), files(Face.SpareRegular)]
            : [files(face), files(face is Face.Regular or Face.Medium ? Face.SpareRegular : Face.SpareSemiBold), files(Face.Math)];
        var chosen = new FontFile[line.Length];
        for (var start = 0; start < line.Length;)
        {
            var end = start + LengthOfRune(line, start);
            while (end < line.Length && Composition.IsMark(line, end)) end += LengthOfRune(line, end);

            var common = Array.Find(candidates, file => HasAll(file, line.AsSpan(start, end - start)));
            for (var i = start; i < end;)
            {
                var character = line.AsSpan(i, LengthOfRune(line, i));
                var file = common;
                file ??= Array.Find(candidates, candidate => HasAll(candidate, line.AsSpan(i, LengthOfRune(line, i))));
                if (file is null && !missing.Contains(character.ToString())) missing.Add(character.ToString());
                chosen.AsSpan(i, character.Length).Fill(file ?? candidates[0]);
                i += character.Length;
            }
            start = end;
        }
        return chosen;
    }

    static bool HasAll(FontFile file, ReadOnlySpan<char> characters)
    {
        foreach (var rune in characters.EnumerateRunes())
            if (!NeedsNoGlyph(rune) && file.Glyph(rune.Value) == 0) return false;
        return true;
    }

    /// <summary>Joiners, direction marks and variation selectors: HarfBuzz shows nothing for them, also where the font has them.</summary>
    static bool NeedsNoGlyph(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value is >= 0xFE00 and <= 0xFE0F;

    static int LengthOfRune(string line, int index)
    {
        Rune.DecodeFromUtf16(line.AsSpan(index), out _, out var length);
        return length;
    }
}
