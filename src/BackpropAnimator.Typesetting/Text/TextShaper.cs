using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Turns a line of text into placed glyphs: composed letters, kerned pairs, tabular digits, marks on their letters, other faces where the
/// first lacks a letter.
/// </summary>
internal sealed class TextShaper(Func<Face, FontFile> files)
{
    static readonly ImmutableArray<Face> AfterWords = [Face.Math];
    static readonly ImmutableArray<Face> AfterMath = [Face.Regular];

    /// <param name="text">One line. A tab or a line break counts as a space.</param>
    /// <param name="face">The face to set it in, as far as it has the letters.</param>
    /// <param name="size">Stage units per em.</param>
    public ShapedText Shape(string text, Face face, float size)
    {
        var characters = NumberStyle.WithTrueMinus(Composition.Compose(text));
        var line = new LineBuilder(size, files(face));
        var missing = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < characters.Length;)
        {
            var isInNumber = NumberStyle.IsInNumber(characters, i);
            Rune.DecodeFromUtf16(characters.AsSpan(i), out var rune, out var length);
            i += length;
            var character = Rune.IsControl(rune) ? new Rune(' ') : rune;

            var (file, glyph) = Find(character, face);
            if (glyph == 0 && !missing.Contains(character.ToString())) missing.Add(character.ToString());
            if (Rune.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark) line.AddMark(file, glyph);
            else line.Add(file, glyph, isInNumber, isDigit: isInNumber && Rune.IsDigit(character));
        }
        return new(files, text, face, size, line.Width, line.Ink, line.Glyphs, missing.ToImmutable());
    }

    (FontFile File, ushort Glyph) Find(Rune character, Face face)
    {
        var first = files(face);
        if (first.Glyph(character.Value) is var own and not 0) return (first, own);
        foreach (var other in face == Face.Math ? AfterMath : AfterWords)
            if (files(other).Glyph(character.Value) is var found and not 0) return (files(other), found);
        return (first, 0);
    }
}
