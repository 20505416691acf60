using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>One picture as a value: what to draw, in order, in stage units. Two equal frames paint equal pixels.</summary>
/// <param name="Stage">
/// The stage's width and height in stage units. A stage is 1080 units on its shorter side, whatever the video's size in pixels.
/// </param>
/// <param name="Backdrop">What lies under everything and fills the frame.</param>
/// <param name="Items">The items from back to front.</param>
public sealed record Frame(SKSize Stage, Backdrop Backdrop, ImmutableArray<DrawItem> Items)
{
    public bool Equals(Frame? other) =>
        other is not null && Stage == other.Stage && Backdrop == other.Backdrop && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Stage, Backdrop, Items.Length);

    /// <summary>
    /// The same frame, made of another one's items where they are equal and as far from the first
    /// or from the last: frames of a moment in which little moves then share most of their memory.
    /// </summary>
    public Frame Sharing(Frame other)
    {
        var items = Items.ToArray();
        var theirs = other.Items.AsSpan();
        Share(items, theirs);
        if (items.Length > theirs.Length) Share(items.AsSpan(items.Length - theirs.Length), theirs);
        else if (theirs.Length > items.Length) Share(items, theirs[^items.Length..]);
        return this with { Items = ImmutableCollectionsMarshal.AsImmutableArray(items) };
    }

    static void Share(Span<DrawItem> items, ReadOnlySpan<DrawItem> theirs)
    {
        for (var i = 0; i < Math.Min(items.Length, theirs.Length); i++)
            if (items[i].Equals(theirs[i])) items[i] = theirs[i];
    }

    /// <summary>
    /// A hash of everything in the frame that stays the same from run to run and machine to machine: the key of cached pictures.
    /// </summary>
    public Fingerprint Fingerprint()
    {
        var hash = new FingerprintBuilder();
        hash.Add(Stage.Width);
        hash.Add(Stage.Height);
        Backdrop.Describe(ref hash);
        foreach (var item in Items) item.DescribeWithKind(ref hash);
        return hash.ToFingerprint();
    }
}
