using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>How large formulas that share a place are set: all alike, so that what they have in common keeps its size.</summary>
/// <param name="Size">The em, in stage units.</param>
/// <param name="Baseline">Their common baseline: what stands between is centred, and nothing jumps from one to the next.</param>
internal readonly record struct FormulaFit(float Size, float Baseline)
{
    /// <summary>Less is a footnote, not the subject of the picture.</summary>
    public const float SmallestSize = 36;

    const float LargestSize = 176;

    // On either side: what travels from one formula to the next may reach a little beyond both.
    const float Margin = 16;

    // Of the room's height; a formula from edge to edge would crowd the header and the caption.
    const float MostHeight = 0.88f;

    /// <summary>The largest size at which every one of them fits the room, whatever that takes.</summary>
    /// <param name="sources">At least one; without problems.</param>
    public static FormulaFit In(SKRect room, IReadOnlyCollection<string> sources, FontShelf fonts)
    {
        // The ink, and not the box that TeX would go on from: a stroke may reach out of it.
        var inks = sources.Select(source => fonts.Lay(source, LargestSize).BoundsAt(default)).ToList();
        var (width, top, bottom) = (inks.Max(ink => ink.Width), inks.Min(ink => ink.Top), inks.Max(ink => ink.Bottom));
        var share = Math.Min(1, Math.Min((room.Width - 2 * Margin) / width, MostHeight * room.Height / (bottom - top)));
        // Whole units: the same few sizes come again, and their layouts are remembered.
        var size = share < 1 ? MathF.Max(1, MathF.Floor(LargestSize * share)) : LargestSize;
        return new(size, room.MidY - (top + bottom) / 2 * size / LargestSize);
    }
}
