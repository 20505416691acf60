using System.Collections.Immutable;

namespace BackpropAnimator.Timeline;

/// <summary>Phases laid end to end: which frames belong to which phase.</summary>
/// <remarks>A phase's first and last frame come from rounding the ends of its interval, so lengths never drift.</remarks>
public sealed class Schedule
{
    readonly ImmutableArray<int> firstFrames;

    /// <param name="durations">Seconds a phase; positive.</param>
    /// <param name="rate">Frames per second of the video.</param>
    public Schedule(IEnumerable<double> durations, FrameRate rate)
    {
        var intervals = ImmutableArray.CreateBuilder<Interval>();
        var at = 0.0;
        foreach (var duration in durations) intervals.Add(new(at, at += duration));
        Intervals = intervals.ToImmutable();
        Rate = rate;
        firstFrames = [.. Intervals.Select(i => rate.FrameAt(i.Start))];
        FrameCount = Intervals.IsEmpty ? 0 : rate.FrameAt(Intervals[^1].End);
    }

    public FrameRate Rate { get; }

    /// <summary>The phases' intervals in seconds, in order.</summary>
    public ImmutableArray<Interval> Intervals { get; }

    public int FrameCount { get; }

    public double Duration => Intervals.IsEmpty ? 0 : Intervals[^1].End;

    /// <summary>
    /// The frames of one phase: the first, and the one after the last. Both are equal where a phase is shorter than half a frame.
    /// </summary>
    public (int First, int End) FramesOf(int phase) =>
        (firstFrames[phase], phase + 1 < firstFrames.Length ? firstFrames[phase + 1] : FrameCount);

    /// <summary>
    /// The phase that frame n shows, and the time since that phase's start, in seconds. The very last frame shows the end: it is what
    /// players stop at, and at a low rate its own time would be long before.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such frame.</exception>
    public (int Phase, double Time) At(int frame)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frame);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(frame, FrameCount);
        var phase = firstFrames.Length - 1;
        while (firstFrames[phase] > frame) phase--;
        return frame == FrameCount - 1
            ? (phase, Intervals[phase].Duration)
            : (phase, Math.Max(0, Rate.TimeOf(frame) - Intervals[phase].Start));
    }
}
