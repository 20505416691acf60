namespace SkiaSharp;

/// <summary>Cuts the lines that a paint strokes into dashes.</summary>
public class SKPathEffect : SKObject
{
    SKPathEffect(float[] intervals, float phase) => (Intervals, Phase) = (intervals, phase);

    internal float[] Intervals { get; }
    internal float Phase { get; }

    /// <param name="intervals">Lengths on, off, on, off …: an even number.</param>
    /// <param name="phase">How far into the pattern each contour begins.</param>
    public static SKPathEffect CreateDash(float[] intervals, float phase)
    {
        ArgumentNullException.ThrowIfNull(intervals);
        if (intervals.Length % 2 != 0)
            throw new ArgumentException("The intervals must have an even number of elements.", nameof(intervals));
        return new([.. intervals], phase);
    }
}
