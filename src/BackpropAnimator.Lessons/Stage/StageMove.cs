using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>The way of the network, and of what stands around it, from where a phase finds them to where it needs them.</summary>
internal static class StageMove
{
    // Seconds.
    const double Longest = 0.9;

    /// <summary>When it is made.</summary>
    /// <param name="duration">Seconds of the phase.</param>
    public static Interval In(double duration) => new(0, Math.Min(Longest, duration / 9));
}
