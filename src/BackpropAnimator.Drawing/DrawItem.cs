using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>One thing to draw: an immutable record, compared by value, in stage units, y downwards.</summary>
/// <remarks>
/// A new kind of item is one file in <c>Items/</c>: its fields, how far it reaches, how it is painted, and what makes it different.
/// </remarks>
public abstract record DrawItem
{
    /// <summary>What the item stands for, where that is said; it looks the same whatever this is.</summary>
    public ItemRole Role { get; init; }

    /// <summary>A rectangle outside which the item never touches a pixel, but for half a pixel of smoothing.</summary>
    public abstract SKRect Bounds(FontShelf fonts);

    /// <summary>
    /// How far to the left and right the item reaches at most between two heights, but for half a pixel of smoothing: what lies aslant
    /// touches far less of a picture than its bounds.
    /// </summary>
    internal virtual (float Left, float Right) ReachBetween(float top, float bottom) => (float.NegativeInfinity, float.PositiveInfinity);

    internal abstract void Paint(PaintContext context);

    /// <summary>Tells the hash every field.</summary>
    internal abstract void Describe(ref FingerprintBuilder hash);

    internal void DescribeWithKind(ref FingerprintBuilder hash)
    {
        hash.Add(GetType().Name);
        Describe(ref hash);
    }
}

/// <summary>
/// What an item stands for in its picture, such as the tick of an axis: whoever looks for it need not know its size or colour.
/// </summary>
/// <param name="Name">In words; null for an item of which nothing is said.</param>
public readonly record struct ItemRole(string? Name)
{
    public override string ToString() => Name ?? "";
}
