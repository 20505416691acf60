using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// A line of text as glyphs in their places, in stage units, measured from the baseline's left end (y downward). Equal when text, face and
/// size are equal. Safe to draw from several threads.
/// </summary>
public sealed class ShapedText : IEquatable<ShapedText>
{
    readonly Lazy<SKTextBlob?> _blob, _readable;

    internal ShapedText(
        Func<Face, FontFile> files, string text, string line, Face face, float size, float width, SKRect ink,
        ImmutableArray<PlacedGlyph> glyphs, ImmutableArray<int> clusters, ImmutableArray<string> missing)
    {
        var file = files(face);
        (Text, Line, Face, Size, Width, InkBounds, Glyphs, MissingCharacters) = (text, line, face, size, width, ink, glyphs, missing);
        (Ascent, Descent) = (file.Ascent * size, file.Descent * size);
        (CapHeight, XHeight) = (file.CapHeight * size, file.XHeight * size);
        _blob = new(() => GlyphBlob.Of(glyphs, files));
        _readable = new(() => GlyphBlob.WithText(glyphs, clusters, line, files));
    }

    public string Text { get; }

    /// <summary>The text as it is set: on one line, with letters and their marks in one, and true minus signs.</summary>
    public string Line { get; }

    public Face Face { get; }

    /// <summary>Whether it is read from right to left.</summary>
    public bool IsRightToLeft => BidiLevels.IsRightToLeft(Line);

    /// <summary>Stage units per em.</summary>
    public float Size { get; }

    /// <summary>The sum of the advances: where the next word would begin.</summary>
    public float Width { get; }

    /// <summary>How far the face reaches above the baseline, whatever the text; positive.</summary>
    public float Ascent { get; }

    /// <summary>How far the face reaches below the baseline, whatever the text; positive.</summary>
    public float Descent { get; }

    public float CapHeight { get; }
    public float XHeight { get; }

    /// <summary>The box around the glyphs' outlines; empty for a text of spaces.</summary>
    public SKRect InkBounds { get; }

    /// <summary>The glyphs that leave ink, from left to right.</summary>
    public ImmutableArray<PlacedGlyph> Glyphs { get; }

    /// <summary>
    /// The characters that no face on the shelf has, each once, in the order of the text; they are drawn as the face's empty box.
    /// </summary>
    public ImmutableArray<string> MissingCharacters { get; }

    public void Draw(SKCanvas canvas, float x, float baseline, SKPaint paint)
    {
        if (_blob.Value is { } blob) canvas.DrawText(blob, x, baseline, paint);
    }

    /// <summary>The same for a document, which keeps what the glyphs say beside them: its text can be searched and copied.</summary>
    public void DrawReadable(SKCanvas canvas, float x, float baseline, SKPaint paint)
    {
        if (_readable.Value is { } blob) canvas.DrawText(blob, x, baseline, paint);
    }

    public bool Equals(ShapedText? other) => other is not null && Text == other.Text && Face == other.Face && Size == other.Size;

    public override bool Equals(object? obj) => Equals(obj as ShapedText);

    public override int GetHashCode() => HashCode.Combine(Text, Face, Size);
}

/// <summary>A glyph where the layout put it: its origin in stage units (y downward), its face and its size.</summary>
public readonly record struct PlacedGlyph(ushort Glyph, Face Face, float Size, float X, float Y);
