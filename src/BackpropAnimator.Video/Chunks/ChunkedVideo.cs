using BackpropAnimator.Video.Encoder;
using BackpropAnimator.Video.Files;
using BackpropAnimator.Video.Rendering;

namespace BackpropAnimator.Video.Chunks;

/// <summary>
/// A video made of chunks, several at a time, each rendered on its own or found in the cache, and joined without encoding again.
/// </summary>
internal static class ChunkedVideo
{
    /// <param name="part">The file to write.</param>
    public static async Task<RenderReport> RenderAsync(RenderJob render, PartFile part, CancellationToken cancellation)
    {
        var (frames, settings, options) = (render.Frames, render.Settings, render.Options);
        using var store = options.CacheFolder is { } folder ? ChunkStore.Open(folder, options.CacheLimit) : ChunkStore.Temporary();
        var keys = render.NewKeys();
        var plan = ChunkPlan.Cut(frames.Count, frames.Cuts, EncoderArguments.LongestGroup(frames.Rate));

        var list = frames.Identity is { } identity ? keys.KeyOfList(identity, plan) : null;
        var noted = list is null ? null : store.Notes.Find(list, Notes.ChunksOfVideo);
        var known = noted?.Length == plan.Length ? noted : null;

        var chunks = new (StoredChunk Chunk, ChunkReport Report)[plan.Length];
        try
        {
            var next = -1;
            var jobs = Math.Min(plan.Length, render.Jobs);
            await Parallel.ForEachAsync(Enumerable.Range(0, jobs), Together(jobs, cancellation), async (_, stop) =>
            {
                using var renderer = new ChunkRenderer(render, keys, store);
                for (var i = Interlocked.Increment(ref next); i < plan.Length; i = Interlocked.Increment(ref next))
                    chunks[i] = await renderer.GetAsync(plan[i], known?[i], stop).ConfigureAwait(false);
            }).ConfigureAwait(false);

            if (list is not null && known is null) store.Notes.Keep(list, Notes.ChunksOfVideo, chunks.Select(c => c.Report.Key));
            var report = new RenderReport([.. chunks.Select(c => c.Report)]);
            var metadata = Metadata.Write(settings, frames.Rate, frames.Count);
            var key = ChunkKeys.KeyOfFile([.. report.Chunks.Select(c => c.Key), metadata, render.FileArguments]);
            var video = new FinishedVideo(render, part, options.CacheFolder is null ? null : store.Notes, key);
            if (video.IsThere()) return report with { WasThere = true };

            using var files = new ConcatList(chunks.Select(c => Path.GetFileName(c.Chunk.Path)));
            await render.FFmpeg
                .JoinAsync(files.Path, store.Folder, metadata, render.FileArguments, part.Path, cancellation)
                .ConfigureAwait(false);
            await video.CompleteAsync(cancellation).ConfigureAwait(false);
            return report;
        }
        finally
        {
            foreach (var (chunk, _) in chunks) chunk?.Dispose();
        }
    }

    static ParallelOptions Together(int jobs, CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation };
}
