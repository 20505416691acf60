using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// A rectangle with a baseline, in ems of the formula's size: what layout puts together. Height is measured upward from the baseline,
/// depth downward; either may be negative, as a subscript's contents need not reach the baseline.
/// </summary>
internal abstract record Box(float Width, float Height, float Depth)
{
    public float Extent => Height + Depth;
}

/// <param name="Scale">The glyph's size, in ems of the formula's size.</param>
/// <param name="IsJoined">Whether its outline overlaps its neighbours', as the pieces of a tall brace do.</param>
internal sealed record GlyphBox(ushort Glyph, FontFile File, float Scale, GlyphMetrics Metrics, bool IsJoined)
    : Box(Metrics.Advance * Scale, Metrics.Height * Scale, Metrics.Depth * Scale);

internal sealed record RuleBox(float Width, float Height, float Depth, bool IsJoined = false) : Box(Width, Height, Depth);

/// <summary>Boxes at places: x from its left edge, y from its baseline downward.</summary>
internal sealed record RowBox(float Width, float Height, float Depth, ImmutableArray<Placed> Children) : Box(Width, Height, Depth);

/// <summary>A box with a stroke through it, from its lower left to its upper right corner.</summary>
internal sealed record StruckBox(Box Body, float Thickness) : Box(Body.Width, Body.Height, Body.Depth);

/// <summary>A part of the formula that has a name, a colour of its own, or both.</summary>
/// <param name="IsTerm">Whether it is an atom of the formula's own row that the author did not name.</param>
internal sealed record PartBox(string? Name, SKColor? Tint, bool IsTerm, Box Body) : Box(Body.Width, Body.Height, Body.Depth);

internal readonly record struct Placed(Box Box, float X, float Y);

internal static class Boxes
{
    public static Box Empty { get; } = new RowBox(0, 0, 0, []);

    /// <summary>A row as wide as given that holds the boxes at their places, and is as high and deep as they reach.</summary>
    public static RowBox Row(float width, params ReadOnlySpan<Placed> children)
    {
        if (children.IsEmpty) return new(width, 0, 0, []);
        var (height, depth) = (float.NegativeInfinity, float.NegativeInfinity);
        foreach (var (box, _, y) in children) (height, depth) = (Math.Max(height, box.Height - y), Math.Max(depth, box.Depth + y));
        return new(width, height, depth, [.. children]);
    }

    /// <summary>The box moved down by <paramref name="y"/> (up where negative).</summary>
    public static RowBox Shifted(this Box box, float y) => Row(box.Width, new Placed(box, 0, y));

    /// <summary>The box moved up or down until its middle lies <paramref name="axis"/> above the baseline.</summary>
    public static RowBox CentredOn(this Box box, float axis) => box.Shifted((box.Height - box.Depth) / 2 - axis);
}
