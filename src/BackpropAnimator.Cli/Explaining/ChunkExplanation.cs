using System.Collections.Immutable;
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
    /// <param name="encoder">How it was encoded.</param>
    /// <param name="before">The last render; null when there is none to compare with.</param>
    /// <param name="reason">Why there is none.</param>
    public static ImmutableArray<ChunkExplanation> Of(
        RenderReport report, Excerpt excerpt, NamedLesson now, string encoder, EarlierLesson? before, string reason)
    {
        var comparison = before is null ? null : new RenderComparison(before, now, encoder);
        return [.. report.Chunks.Select(chunk => Explain(chunk, excerpt, now, comparison, reason))];
    }

    static ChunkExplanation Explain(
        ChunkReport chunk, Excerpt excerpt, NamedLesson now, RenderComparison? comparison, string reason)
    {
        var rate = now.Lesson.Rate;
        var frames = Enumerable.Range(chunk.FirstFrame, chunk.FrameCount).Select(excerpt.FrameOf).ToImmutableArray();
        var explained = new ChunkExplanation(
            chunk, now.PhaseAt(frames[0]).Name, rate.TimeOf(frames[0]), rate.TimeOf(frames[^1] + 1), chunk.Reused ? 0 : null, "");
        if (chunk.Reused) return explained;
        if (comparison is null) return explained with { Why = reason };
        var (differing, why) = comparison.Of(frames, explained.Phase);
        return explained with { FramesDiffering = differing, Why = why };
    }
}
