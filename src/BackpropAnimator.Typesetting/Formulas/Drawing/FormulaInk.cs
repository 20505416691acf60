using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// What a formula leaves on the page, in stage units from the left end of its baseline, and which owner each piece belongs to.
/// </summary>
internal sealed record FormulaInk(
    ImmutableArray<InkGlyph> Glyphs, ImmutableArray<InkRule> Rules, ImmutableArray<Stroke> Strokes, ImmutableArray<InkOwner> Owners)
{
    /// <summary>The pieces of some owners.</summary>
    public InkPieces Only(Func<int, bool> isMember) => new(
        [.. Glyphs.Where(glyph => isMember(glyph.Owner))],
        [.. Rules.Where(rule => isMember(rule.Owner))],
        [.. Strokes.Where(stroke => isMember(stroke.Owner))]);
}

/// <summary>Some of a formula's ink, without regard to whose it is.</summary>
internal sealed record InkPieces(ImmutableArray<InkGlyph> Glyphs, ImmutableArray<InkRule> Rules, ImmutableArray<Stroke> Strokes)
{
    /// <summary>Those that overlap others and have to be drawn as one area with them.</summary>
    public InkPieces Joined => new([.. Glyphs.Where(glyph => glyph.IsJoined)], [.. Rules.Where(rule => rule.IsJoined)], Strokes);

    public SKPath Outline(Func<Face, FontFile> files) => InkPath.Of(Glyphs, Rules.Select(it => it.Rect), Strokes, files);
}

/// <param name="IsJoined">Whether its outline goes on in others; stretched glyphs are always joined.</param>
internal readonly record struct InkGlyph(PlacedGlyph Glyph, int Owner, bool IsJoined, Stretch Stretch);

internal readonly record struct InkRule(SKRect Rect, int Owner, bool IsJoined);

internal readonly record struct Stroke(SKPoint From, SKPoint To, float Thickness, int Owner)
{
    public SKRect Bounds => SKRect.Inflate(
        new SKRect(Math.Min(From.X, To.X), Math.Min(From.Y, To.Y), Math.Max(From.X, To.X), Math.Max(From.Y, To.Y)), Thickness, Thickness);
}
