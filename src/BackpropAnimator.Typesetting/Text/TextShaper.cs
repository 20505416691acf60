using System.Collections.Immutable;
using System.Text;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>Turns a line of text into placed glyphs: composed letters, kerned pairs, tabular digits, other faces where the first lacks a letter.</summary>
internal sealed class TextShaper(Func<Face, FontFile> files)
{
    static readonly ImmutableArray<Face> AfterWords = [Face.Math];
    static readonly ImmutableArray<Face> AfterMath = [Face.Regular];

    /// <param name="text">One line. A tab or a line break counts as a space.</param>
    /// <param name="face">The face to set it in, as far as it has the letters.</param>
    /// <param name="size">Stage units per em.</param>
    public ShapedText Shape(string text, Face face, float size)
    {
        var line = NumberStyle.WithTrueMinus(Composition.Compose(text));
        var glyphs = ImmutableArray.CreateBuilder<PlacedGlyph>(line.Length);
        var missing = ImmutableArray.CreateBuilder<string>();
        var ink = SKRect.Empty;
        var x = 0f;
        var (before, beforeFile, beforeInNumber) = ((ushort)0, (FontFile?)null, false);

        for (var i = 0; i < line.Length;)
        {
            var inNumber = NumberStyle.IsInNumber(line, i);
            Rune.DecodeFromUtf16(line.AsSpan(i), out var rune, out var length);
            i += length;
            var character = Rune.IsControl(rune) ? new Rune(' ') : rune;

            var (file, glyph) = Find(character, face);
            if (glyph == 0 && !missing.Contains(character.ToString())) missing.Add(character.ToString());
            if (inNumber) glyph = file.Tabular.For(glyph);
            var em = size * ScaleOf(file, files(face));

            // Kerning inside a number would undo the equal widths of its digits.
            if (file == beforeFile && !(inNumber && beforeInNumber)) x += file.Ems(file.Kerning.Between(before, glyph)) * em;
            var metrics = file.Metrics(glyph);
            var advance = Rune.IsDigit(character) && inNumber ? file.DigitAdvance : metrics.Advance;
            var glyphX = x + (advance - metrics.Advance) / 2 * em;
            if (Ink.HasArea(metrics.Ink))
            {
                glyphs.Add(new(glyph, file.Face, em, glyphX, 0));
                ink = Ink.Union(ink, Ink.At(metrics.Ink, em, glyphX, 0));
            }
            x += advance * em;
            (before, beforeFile, beforeInNumber) = (glyph, file, inNumber);
        }
        return new(files, text, face, size, x, ink, glyphs.ToImmutable(), missing.ToImmutable());
    }

    (FontFile File, ushort Glyph) Find(Rune character, Face face)
    {
        var first = files(face);
        if (first.Glyph(character.Value) is var own and not 0) return (first, own);
        foreach (var other in face == Face.Math ? AfterMath : AfterWords)
            if (files(other).Glyph(character.Value) is var found and not 0) return (files(other), found);
        return (first, 0);
    }

    /// <summary>A letter from another face is set as tall as the capitals around it.</summary>
    static float ScaleOf(FontFile file, FontFile around) => file == around ? 1 : around.CapHeight / file.CapHeight;
}
