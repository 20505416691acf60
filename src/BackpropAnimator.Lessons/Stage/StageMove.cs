using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>The way of the network, and of what stands around it, from where a phase finds them to where it needs them.</summary>
internal static class StageMove
{
    // Seconds, and as a share of a short phase: slow enough to be followed with the eye, where numbers and light move too.
    const double Longest = 1.7, LongestShare = 0.28, LongestOfBare = 1, LongestShareOfBare = 0.12;

    // The phase is announced first: seconds, and as a share of the way's own.
    const double Waits = 0.25, WaitsShare = 0.15;

    /// <summary>When it is made; at once where there is none.</summary>
    /// <param name="from">Where they are found.</param>
    /// <param name="to">Where they are needed.</param>
    /// <param name="duration">Seconds of the phase.</param>
    public static Interval In(StageSetting from, StageSetting to, double duration)
    {
        if (from == to) return new(0, 0);
        var takes = from == StageSetting.Alone
            ? Math.Min(LongestOfBare, LongestShareOfBare * duration) : Math.Min(Longest, LongestShare * duration);
        var waits = Math.Min(Waits, WaitsShare * takes);
        return new(waits, waits + takes);
    }
}
