using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>What a formula leaves on the page, in stage units from the left end of its baseline, and which owner each piece belongs to.</summary>
internal sealed record FormulaInk(
    ImmutableArray<PlacedGlyph> Glyphs,
    ImmutableArray<int> GlyphOwners,
    ImmutableArray<SKRect> Rules,
    ImmutableArray<int> RuleOwners,
    ImmutableArray<Stroke> Strokes,
    ImmutableArray<InkOwner> Owners);

/// <summary>
/// A node in the tree of parts and colours: what is drawn in one way. Owner 0 is the formula itself; a parent comes before its children.
/// </summary>
/// <param name="Bounds">The box around the ink of the owner and of those inside it.</param>
/// <param name="Own">The box around the ink that belongs to no owner inside it.</param>
/// <param name="Scale">The size of its baseline glyphs: stage units per em.</param>
/// <param name="HasJoins">Whether some of its own pieces overlap, which shows when they are translucent.</param>
internal sealed record InkOwner(
    int Parent, string? Name, SKColor? Tint, SKRect Bounds, SKRect Own, SKPoint Origin, float Scale, Range Glyphs, Range Rules, bool HasJoins);

internal readonly record struct Stroke(SKPoint From, SKPoint To, float Thickness, int Owner)
{
    public SKRect Bounds => SKRect.Inflate(
        new SKRect(Math.Min(From.X, To.X), Math.Min(From.Y, To.Y), Math.Max(From.X, To.X), Math.Max(From.Y, To.Y)), Thickness, Thickness);
}
