using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>A line of running text: its pieces side by side on a baseline, in stage units from its left end.</summary>
/// <param name="Pieces">From left to right.</param>
/// <param name="Ascent">How far its ink reaches above the baseline.</param>
/// <param name="Descent">How far below.</param>
/// <param name="IsRightToLeft">Whether it is of a text that is read from right to left.</param>
public sealed record RichLine(ImmutableArray<RichPiece> Pieces, float Width, float Ascent, float Descent, bool IsRightToLeft)
{
    // Between the ink of two lines, in stage units.
    const float LeastGap = 2;

    /// <summary>From the baseline before to this one, where lines of words alone have a pitch of their own.</summary>
    /// <param name="pitch">That of words.</param>
    public float PitchAfter(RichLine before, float pitch) => Math.Max(pitch, before.Descent + Ascent + LeastGap);
}

/// <summary>Words of one face, or a formula.</summary>
/// <param name="Text">The words; of a formula its source.</param>
/// <param name="Size">Stage units per em.</param>
/// <param name="X">Where it begins.</param>
public readonly record struct RichPiece(string Text, Face Face, bool IsFormula, float Size, float X);
