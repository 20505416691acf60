using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>A part on its way from its place in one formula to its place in another.</summary>
/// <param name="From">Its middle on its baseline in the first formula, from that formula's baseline start; its size in stage units
/// per em.</param>
/// <param name="To">The same in the second formula.</param>
/// <param name="IsSame">Whether it consists of the same glyphs in the same arrangement, but for size.</param>
internal sealed record PartMove(
    ImmutableArray<int> FromOwners, ImmutableArray<int> ToOwners, PartAnchor From, PartAnchor To, bool IsSame)
{
    /// <summary>Where the first formula's ink is at a progress, growing or shrinking to the size that it will have.</summary>
    /// <param name="way">From the first formula's baseline start to the second one's.</param>
    public Placement Leaving(float progress, SKPoint way) =>
        Placement.Moving(From.Point, Between(From.Point, To.Point + way, progress), Size(progress) / From.Size);

    /// <summary>Where the second formula's ink is, seen from its own baseline start.</summary>
    public Placement Arriving(float progress, SKPoint way) =>
        Placement.Moving(To.Point, Between(From.Point - way, To.Point, progress), Size(progress) / To.Size);

    float Size(float progress) => From.Size + (To.Size - From.Size) * progress;

    static SKPoint Between(SKPoint start, SKPoint end, float progress) =>
        new(start.X + (end.X - start.X) * progress, start.Y + (end.Y - start.Y) * progress);
}

internal readonly record struct PartAnchor(SKPoint Point, float Size)
{
    public static PartAnchor Of(InkOwner part) => new(new(part.Bounds.MidX, part.Origin.Y), part.Scale > 0 ? part.Scale : 1);
}
