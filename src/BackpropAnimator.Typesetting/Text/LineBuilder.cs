using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>Puts glyphs side by side on a baseline.</summary>
/// <param name="size">Stage units per em.</param>
/// <param name="words">The face of the line; letters of other faces are set as tall as its capitals.</param>
internal sealed class LineBuilder(float size, FontFile words)
{
    readonly ImmutableArray<PlacedGlyph>.Builder _glyphs = ImmutableArray.CreateBuilder<PlacedGlyph>();
    (FontFile? File, ushort Glyph, float X, bool IsInNumber) _last;

    /// <summary>The sum of the advances so far.</summary>
    public float Width { get; private set; }

    public SKRect Ink { get; private set; }

    public ImmutableArray<PlacedGlyph> Glyphs => _glyphs.ToImmutable();

    public void Add(FontFile file, ushort glyph, bool isInNumber, bool isDigit)
    {
        if (isInNumber) glyph = file.Tabular.For(glyph);
        var em = EmOf(file);
        // Kerning inside a number would undo the equal widths of its digits.
        if (file == _last.File && !(isInNumber && _last.IsInNumber)) Width += file.Ems(file.Kerning.Between(_last.Glyph, glyph)) * em;

        var natural = file.Metrics(glyph).Advance;
        var advance = isDigit ? file.DigitAdvance : natural;
        _last = (file, glyph, Width + (advance - natural) / 2 * em, isInNumber);
        Place(file, glyph, _last.X, 0);
        Width += advance * em;
    }

    /// <summary>Adds a combining mark to the letter before it, where the font has a place for it or else above the letter's middle.</summary>
    public void AddMark(FontFile file, ushort glyph)
    {
        if (_last.File is not { } letterFile)
        {
            Add(file, glyph, isInNumber: false, isDigit: false);
            return;
        }
        if (letterFile == file && file.Marks.Offset(_last.Glyph, glyph) is { } offset)
        {
            Place(file, glyph, _last.X + file.Ems(offset.X) * EmOf(file), -file.Ems(offset.Y) * EmOf(file));
            return;
        }
        var (letter, mark) = (letterFile.Metrics(_last.Glyph), file.Metrics(glyph));
        var middle = _last.X + letter.Ink.MidX * EmOf(letterFile);
        var rise = Math.Max(0, letter.Height * EmOf(letterFile) - file.XHeight * EmOf(file));
        Place(file, glyph, middle - mark.Ink.MidX * EmOf(file), -rise);
    }

    void Place(FontFile file, ushort glyph, float x, float y)
    {
        var ink = file.Metrics(glyph).Ink;
        if (!Typesetting.Ink.HasArea(ink)) return;
        _glyphs.Add(new(glyph, file.Face, EmOf(file), x, y));
        Ink = Typesetting.Ink.Union(Ink, Typesetting.Ink.At(ink, EmOf(file), x, y));
    }

    float EmOf(FontFile file) => file == words ? size : size * words.CapHeight / file.CapHeight;
}
