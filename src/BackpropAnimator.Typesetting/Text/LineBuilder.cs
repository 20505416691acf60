using System.Collections.Immutable;
using HarfBuzzSharp;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>Puts runs side by side on a baseline.</summary>
/// <param name="size">Stage units per em.</param>
/// <param name="words">The face of the line; letters of other faces are set as tall as its capitals.</param>
internal sealed class LineBuilder(float size, FontFile words)
{
    // Contextual alternates make an arrow of "->" and a cross of "2x3": in a line that is typed letter by letter those would jump. In
    // scripts whose letters change with their neighbours they are a part of the letters.
    static readonly Feature NoAlternates = new(Tag.Parse("calt"), 0);

    readonly ImmutableArray<PlacedGlyph>.Builder _glyphs = ImmutableArray.CreateBuilder<PlacedGlyph>();
    readonly ImmutableArray<int>.Builder _clusters = ImmutableArray.CreateBuilder<int>();
    (FontFile File, ushort Glyph, float X)? _last;

    /// <summary>The sum of the advances so far.</summary>
    public float Width { get; private set; }

    public SKRect Ink { get; private set; }

    public ImmutableArray<PlacedGlyph> Glyphs => _glyphs.ToImmutable();

    /// <summary>Where in the line the letters begin that each glyph stands for, in UTF-16 units.</summary>
    public ImmutableArray<int> Clusters => _clusters.ToImmutable();

    public void Add(TextRun run)
    {
        var isEuropean = WritingSystem.IsEuropean(run.Script);
        var shaped = run.File.Shaping.Shape(run, isEuropean ? [NoAlternates, .. TabularNumbers(run)] : [.. TabularNumbers(run)]);
        for (var i = 0; i < shaped.Length; i++)
        {
            if (isEuropean && run.Direction == Direction.LeftToRight && IsMark(run.Text, shaped, i)) AddMark(run.File, shaped[i]);
            else if (NumberStyle.IsInNumber(run.Text, shaped[i].Cluster)) AddToNumber(run, shaped[i]);
            else Add(run.File, shaped[i], shaped[i].Advance, shaped[i].X);
        }
    }

    /// <summary>Whether a glyph shows a mark: one that has no letter before it, or one that shares its cluster with its letter.</summary>
    static bool IsMark(string text, ShapedGlyph[] shaped, int index)
    {
        var cluster = shaped[index].Cluster;
        if (Composition.IsMark(text, cluster)) return true;
        var next = cluster + (char.IsHighSurrogate(text[cluster]) ? 2 : 1);
        return index > 0 && shaped[index - 1].Cluster == cluster && next < text.Length && Composition.IsMark(text, next);
    }

    /// <summary>
    /// Gives every digit the same width, with the digit in its middle. There is no kerning after it: that would undo the equal widths.
    /// </summary>
    void AddToNumber(TextRun run, ShapedGlyph shaped)
    {
        var natural = run.File.Shaping.Advance(shaped.Glyph);
        var width = char.IsAsciiDigit(run.Text[shaped.Cluster]) ? run.File.DigitAdvance : natural;
        Add(run.File, shaped, width, (width - natural) / 2f);
    }

    void Add(FontFile file, ShapedGlyph shaped, int advance, float x)
    {
        var unit = EmOf(file) / file.UnitsPerEm;
        _last = (file, shaped.Glyph, Width + x * unit);
        Place(file, shaped.Glyph, shaped.Cluster, Width + x * unit, -shaped.Y * unit);
        Width += advance * unit;
    }

    /// <summary>Adds a mark, which takes no room. HarfBuzz leaves it at the letter's end where the font has no place for it.</summary>
    void AddMark(FontFile file, ShapedGlyph shaped)
    {
        var unit = EmOf(file) / file.UnitsPerEm;
        if (shaped is { X: 0, Y: 0 } && _last is { } letter) PlaceOn(letter, file, shaped);
        else Place(file, shaped.Glyph, shaped.Cluster, Width + shaped.X * unit, -shaped.Y * unit);
    }

    /// <summary>Puts a mark over or under the middle of a letter, as far from it as from a letter of the x-height.</summary>
    void PlaceOn((FontFile File, ushort Glyph, float X) letter, FontFile file, ShapedGlyph shaped)
    {
        var under = Typesetting.Ink.At(letter.File.Metrics(letter.Glyph).Ink, EmOf(letter.File), letter.X, 0);
        var mark = file.Metrics(shaped.Glyph).Ink;
        var away = mark.MidY > 0 ? Math.Max(0, under.Bottom) : Math.Min(0, under.Top + file.XHeight * EmOf(file));
        Place(file, shaped.Glyph, shaped.Cluster, under.MidX - mark.MidX * EmOf(file), away);
    }

    void Place(FontFile file, ushort glyph, int cluster, float x, float y)
    {
        var ink = file.Metrics(glyph).Ink;
        if (!Typesetting.Ink.HasArea(ink)) return;
        _glyphs.Add(new(glyph, file.Face, EmOf(file), x, y));
        _clusters.Add(cluster);
        Ink = Typesetting.Ink.Union(Ink, Typesetting.Ink.At(ink, EmOf(file), x, y));
    }

    float EmOf(FontFile file) => file == words ? size : size * words.CapHeight / file.CapHeight;

    static IEnumerable<Feature> TabularNumbers(TextRun run)
    {
        for (var start = run.Start; start < run.Start + run.Length;)
        {
            var end = start;
            while (end < run.Start + run.Length && NumberStyle.IsInNumber(run.Text, end)) end++;
            if (end > start) yield return new(HarfBuzzFont.Tabular, 1, (uint)start, (uint)end);
            start = Math.Max(end, start + 1);
        }
    }
}
