using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// A node in the tree of parts and colours: what is drawn in one way. Owner 0 is the formula itself; a parent comes before its children.
/// </summary>
/// <param name="Bounds">The box around the ink of the owner and of those inside it.</param>
/// <param name="Own">The box around the ink that belongs to no owner inside it.</param>
/// <param name="Scale">The size of its largest glyphs: stage units per em.</param>
internal sealed record InkOwner(
    int Parent, string? Name, SKColor? Tint, SKRect Bounds, SKRect Own, SKPoint Origin, float Scale, Range Glyphs, Range Rules);
