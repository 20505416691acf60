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
/// <param name="IsJoined">Whether its outline goes on in its neighbours', as those of the pieces of a tall brace do.</param>
/// <param name="Stretch">How much wider and taller than drawn, for the straight piece of a brace that fills its length.</param>
internal sealed record GlyphBox(ushort Glyph, FontFile File, float Scale, GlyphMetrics Metrics, bool IsJoined, Stretch Stretch)
    : Box(Metrics.Advance * Scale * Stretch.X, Metrics.Height * Scale * Stretch.Y, Metrics.Depth * Scale * Stretch.Y)
{
    /// <summary>The box around its outline, in ems of the formula's size.</summary>
    public SKRect Ink => new(
        Metrics.Ink.Left * Scale * Stretch.X, Metrics.Ink.Top * Scale * Stretch.Y,
        Metrics.Ink.Right * Scale * Stretch.X, Metrics.Ink.Bottom * Scale * Stretch.Y);
}

internal readonly record struct Stretch(float X, float Y)
{
    public static Stretch None { get; } = new(1, 1);
}

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

    /// <summary>How far the outlines in a box reach to the right, which may be past its width.</summary>
    public static float InkRight(this Box box) => box switch
    {
        GlyphBox glyph => glyph.Ink.Right,
        RowBox { Children: [_, ..] } row => row.Children.Max(child => child.X + child.Box.InkRight()),
        _ => box.Width,
    };

    /// <summary>The box moved down by <paramref name="y"/> (up where negative).</summary>
    public static RowBox Shifted(this Box box, float y) => Row(box.Width, new Placed(box, 0, y));

    /// <summary>The box moved up or down until its middle lies <paramref name="axis"/> above the baseline.</summary>
    public static RowBox CentredOn(this Box box, float axis) => box.Shifted((box.Height - box.Depth) / 2 - axis);
}
