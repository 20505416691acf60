using System.Collections.Immutable;

namespace BackpropAnimator.Timeline;

/// <summary>One step of a phase's choreography, with the time it takes by nature, in seconds.</summary>
/// <param name="Seconds">Its natural length; only the proportions matter when a phase is shorter than its beats.</param>
/// <param name="IsPause">A pause for reading. When a phase has more time than it needs, pauses grow before moves do.</param>
public readonly record struct Beat(double Seconds, bool IsPause)
{
    public static Beat Move(double seconds) => new(seconds, false);
    public static Beat Pause(double seconds) => new(seconds, true);

    // A pause may become this many times its natural length before moves grow along with it.
    const double LongestPause = 2.5;

    /// <summary>Lays beats one after another so that together they last exactly <paramref name="duration"/> seconds.</summary>
    /// <returns>One interval a beat, from 0 to <paramref name="duration"/>.</returns>
    public static ImmutableArray<Interval> Lay(double duration, params ReadOnlySpan<Beat> beats)
    {
        double moves = 0, pauses = 0;
        foreach (var beat in beats)
            if (beat.IsPause) pauses += beat.Seconds;
            else moves += beat.Seconds;

        var pauseScale = pauses > 0 ? Math.Clamp((duration - moves) / pauses, 1, LongestPause) : 1;
        var overall = duration / (moves + pauses * pauseScale);
        var laid = ImmutableArray.CreateBuilder<Interval>(beats.Length);
        var at = 0.0;
        foreach (var beat in beats)
        {
            var end = at + beat.Seconds * overall * (beat.IsPause ? pauseScale : 1);
            laid.Add(new(at, end));
            at = end;
        }
        return laid.MoveToImmutable();
    }
}
