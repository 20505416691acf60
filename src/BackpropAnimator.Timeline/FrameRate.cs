using System.Globalization;

namespace BackpropAnimator.Timeline;

/// <summary>Frames per second as an exact fraction, so that 29.97 fps is 30000/1001 and never drifts.</summary>
/// <param name="Numerator">Frames in <paramref name="Denominator"/> seconds; positive.</param>
/// <param name="Denominator">Seconds; positive.</param>
public readonly record struct FrameRate(int Numerator, int Denominator = 1)
{
    public double FramesPerSecond => (double)Numerator / Denominator;

    /// <summary>The time that frame <paramref name="frame"/> shows, in seconds: n / fps.</summary>
    public double TimeOf(int frame) => (double)frame * Denominator / Numerator;

    /// <summary>The frame nearest to a time in seconds. Spans round both their ends with it, so that lengths never drift.</summary>
    public int FrameAt(double seconds) => (int)Math.Round(seconds * Numerator / Denominator, MidpointRounding.AwayFromZero);

    /// <summary>The form FFmpeg reads: <c>60/1</c>, <c>30000/1001</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
