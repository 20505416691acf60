using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>One picture as a value: what to draw, in order, in stage units. Two equal frames paint equal pixels.</summary>
/// <param name="Stage">The stage's width and height in stage units. A stage is 1080 units on its shorter side, whatever the video's size in pixels.</param>
/// <param name="Backdrop">What lies under everything and fills the frame.</param>
/// <param name="Items">The items from back to front.</param>
public sealed record Frame(SKSize Stage, Backdrop Backdrop, ImmutableArray<DrawItem> Items)
{
    public bool Equals(Frame? other) =>
        other is not null && Stage == other.Stage && Backdrop == other.Backdrop && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Stage, Backdrop, Items.Length);

    /// <summary>A hash of everything in the frame that stays the same from run to run and machine to machine: the key of cached pictures.</summary>
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
