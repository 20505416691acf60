using System.Collections.Immutable;
using BackpropAnimator.Video.Encoder;
using BackpropAnimator.Video.Rendering;

namespace BackpropAnimator.Video.Chunks;

/// <summary>Some or all chunks of a video, several at a time.</summary>
internal static class ChunkWork
{
    /// <summary>Where a video is cut.</summary>
    public static ImmutableArray<FrameRange> PlanOf(FrameSequence frames) =>
        ChunkPlan.Cut(frames.Count, frames.Cuts, EncoderArguments.LongestGroup(frames.Rate));

    /// <param name="take">Takes each chunk that is there or was rendered, with its place among those asked for, and owns it.</param>
    /// <param name="beside">What else is done meanwhile; null for nothing.</param>
    /// <exception cref="RenderException">FFmpeg or the disk do not allow it.</exception>
    public static async Task RunAsync(
        RenderJob render, RenderStore store, ImmutableArray<FrameRange> ranges, Action<int, StoredChunk, ChunkReport> take,
        Func<CancellationToken, Task>? beside, CancellationToken cancellation)
    {
        var keys = render.NewKeys();
        var next = -1;
        var jobs = Math.Min(ranges.Length, render.Jobs);
        var together = jobs + (beside is null ? 0 : 1);
        if (together == 0) return;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = together, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, together), parallel, async (job, stop) =>
        {
            if (job == jobs)
            {
                await beside!(stop).ConfigureAwait(false);
                return;
            }
            using var renderer = new ChunkRenderer(render, keys, store);
            for (var i = Interlocked.Increment(ref next); i < ranges.Length; i = Interlocked.Increment(ref next))
                if (await renderer.GetAsync(ranges[i], stop).ConfigureAwait(false) is { } got) take(i, got.Chunk, got.Report);
        }).ConfigureAwait(false);
    }
}
