using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Cli.Rendering;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Explaining;

/// <summary>What became of one chunk of a render, and why.</summary>
/// <param name="Phase">The phase that it begins in, as the scene names it.</param>
/// <param name="Start">Seconds of the lesson.</param>
/// <param name="FramesDiffering">How many of its frames look different from the last render; null where that cannot be told.</param>
/// <param name="Why">In words; empty for a chunk that was there already.</param>
internal sealed record ChunkExplanation(ChunkReport Chunk, string Phase, double Start, double End, int? FramesDiffering, string Why)
{
    /// <param name="now">The lesson that was rendered.</param>
    /// <param name="before">The lesson of the last render; null when there is none to compare with.</param>
    /// <param name="reason">Why there is none.</param>
    public static ImmutableArray<ChunkExplanation> Of(
        RenderReport report, Excerpt excerpt, NamedLesson now, NamedLesson? before, string reason) =>
        [.. report.Chunks.Select(chunk => Explain(chunk, excerpt, now, before, reason))];

    static ChunkExplanation Explain(ChunkReport chunk, Excerpt excerpt, NamedLesson now, NamedLesson? before, string reason)
    {
        var lesson = now.Lesson;
        int first = excerpt.FrameOf(chunk.FirstFrame), last = excerpt.FrameOf(chunk.FirstFrame + chunk.FrameCount - 1);
        var explained = new ChunkExplanation(
            chunk, now.PhaseAt(first).Name, lesson.Rate.TimeOf(first), lesson.Rate.TimeOf(last + 1), chunk.Reused ? 0 : null, "");
        if (chunk.Reused) return explained;
        if (before is null) return explained with { Why = reason };

        var (differing, firstDifference) = (0, "");
        for (var n = chunk.FirstFrame; n < chunk.FirstFrame + chunk.FrameCount; n++)
        {
            var frame = excerpt.FrameOf(n);
            var (shown, then) = (lesson.FrameAt(frame), before.CounterpartOf(frame, now) is { } old ? before.Lesson.FrameAt(old) : null);
            if (shown.Equals(then)) continue;
            if (differing++ == 0)
                firstDifference = string.Create(
                    CultureInfo.InvariantCulture,
                    $"first at {lesson.Rate.TimeOf(frame):0.00} s: " +
                        $"{(then is null ? "a frame that was not there" : FrameDifference.InWords(then, shown))}");
        }
        return explained with
        {
            FramesDiffering = differing,
            Why = differing == 0
                ? "its frames are those of the last render: cut or encoded differently, or no longer kept"
                : $"{differing} of {chunk.FrameCount} frames differ, {firstDifference}",
        };
    }
}
