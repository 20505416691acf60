using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Chunks;

namespace BackpropAnimator.Video;

/// <summary>What is rendered: a number of frames, how fast they follow one another, and each as a value.</summary>
/// <param name="Count">How many frames; at least 1.</param>
/// <param name="Rate">Frame k is shown from k / rate on.</param>
/// <param name="FrameAt">The frame of an index from 0. A pure function, called from several threads at once.</param>
public sealed record FrameSequence(int Count, FrameRate Rate, Func<int, Frame> FrameAt)
{
    /// <summary>
    /// Frames at which something new begins, in order: where the video is best cut into chunks that are rendered on their own.
    /// </summary>
    public ImmutableArray<int> Cuts { get; init; } = [];

    /// <summary>
    /// Names all that the frames are made from: sequences of the same identity have the same frames. A video that was rendered before is
    /// then found without composing a frame of it. Null where nobody knows.
    /// </summary>
    public string? Identity { get; init; }

    /// <summary>The frames of a range, which share what stays from one to the next.</summary>
    internal ImmutableArray<Frame> Compose(FrameRange range, CancellationToken cancellation)
    {
        var composed = ImmutableArray.CreateBuilder<Frame>(range.Count);
        for (var n = range.First; n < range.End; n++)
        {
            cancellation.ThrowIfCancellationRequested();
            var frame = FrameAt(n);
            composed.Add(composed.Count > 0 ? frame.Sharing(composed[^1]) : frame);
        }
        return composed.MoveToImmutable();
    }

    /// <summary>The same with nothing behind them.</summary>
    internal FrameSequence WithoutGround() => this with
    {
        FrameAt = n => FrameAt(n) with { Backdrop = Backdrop.None },
        Identity = Identity is null ? null : $"{Identity} without ground",
    };
}
