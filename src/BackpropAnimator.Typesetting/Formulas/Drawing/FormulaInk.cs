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
internal readonly record struct InkGlyph(PlacedGlyph Glyph, int Owner, bool IsJoined, Stretch Stretch)
{
    /// <summary>The box around its outline.</summary>
    public SKRect Bounds { get; init; }
}

internal readonly record struct InkRule(SKRect Rect, int Owner, bool IsJoined);

internal readonly record struct Stroke(SKPoint From, SKPoint To, float Thickness, int Owner)
{
    public SKRect Bounds => SKRect.Inflate(
        new SKRect(Math.Min(From.X, To.X), Math.Min(From.Y, To.Y), Math.Max(From.X, To.X), Math.Max(From.Y, To.Y)), Thickness, Thickness);
}

/// <summary>
/// A node in the tree of parts and colours: what is drawn in one way. Owner 0 is the formula itself; a parent comes before its children.
/// </summary>
/// <param name="Bounds">The box around the ink of the owner and of those inside it.</param>
/// <param name="Own">The box around the ink that belongs to no owner inside it.</param>
/// <param name="Scale">The size of its largest glyphs: stage units per em.</param>
internal sealed record InkOwner(
    int Parent, string? Name, SKColor? Tint, SKRect Bounds, SKRect Own, SKPoint Origin, float Scale, Range Glyphs, Range Rules);

/// <summary>Scales, then moves: a point p goes to Scale · p + (X, Y).</summary>
internal readonly record struct Placement(float Scale, float X, float Y)
{
    public static Placement Identity { get; } = new(1, 0, 0);

    public static Placement Scaling(float scale, SKPoint about) => new(scale, about.X * (1 - scale), about.Y * (1 - scale));

    /// <summary>Takes one point to another and scales about it.</summary>
    public static Placement Moving(SKPoint from, SKPoint to, float scale) => new(scale, to.X - from.X * scale, to.Y - from.Y * scale);

    /// <summary>First this one, then the other.</summary>
    public Placement Then(Placement next) => new(Scale * next.Scale, X * next.Scale + next.X, Y * next.Scale + next.Y);

    public SKRect Apply(SKRect rect) => Ink.At(rect, Scale, X, Y);
}
