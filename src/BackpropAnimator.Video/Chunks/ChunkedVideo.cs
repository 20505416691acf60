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
        using var store = new RenderStore(options.CacheFolder, options.CacheLimit, render.Scratch);
        var keys = render.NewKeys();
        var plan = ChunkPlan.Cut(frames.Count, frames.Cuts, EncoderArguments.LongestGroup(frames.Rate));

        var list = frames.Identity is { } identity ? keys.KeyOfList(identity, plan) : null;
        var noted = list is null ? null : store.FindNote(list, Notes.ChunksOfVideo);
        var known = noted?.Length == plan.Length ? noted : null;

        var tracks = new VideoTracks(render, store, part.Target);
        var chunks = new (StoredChunk Chunk, ChunkReport Report)[plan.Length];
        try
        {
            var next = -1;
            var jobs = Math.Min(plan.Length, render.Jobs);
            // The sound is made beside the pictures.
            await Parallel.ForEachAsync(Enumerable.Range(0, jobs + 1), Together(jobs + 1, cancellation), async (job, stop) =>
            {
                if (job == jobs)
                {
                    await tracks.PrepareAsync(stop).ConfigureAwait(false);
                    return;
                }
                using var renderer = new ChunkRenderer(render, keys, store);
                for (var i = Interlocked.Increment(ref next); i < plan.Length; i = Interlocked.Increment(ref next))
                    chunks[i] = await renderer.GetAsync(plan[i], known?[i], stop).ConfigureAwait(false);
            }).ConfigureAwait(false);

            if (list is not null && known is null) store.Note(list, Notes.ChunksOfVideo, chunks.Select(c => c.Report.Key));
            var report = new RenderReport([.. chunks.Select(c => c.Report)])
            {
                Sound = tracks.Sound,
                SubtitleFiles = tracks.Files.Paths,
            };
            var metadata = Metadata.Write(settings, frames.Rate, frames.Count);
            var key = ChunkKeys.KeyOfFile([.. report.Chunks.Select(c => c.Key), metadata, render.FileArguments, tracks.Key]);
            var video = new FinishedVideo(render, part, store, key);
            if (video.IsThere())
            {
                tracks.Files.Write(() => { });
                return report with { WasThere = true, Warnings = store.Warnings };
            }

            var folder = store.Gather([.. chunks.Select(c => c.Chunk)]);
            var files = ConcatList.Write(chunks.Select(c => Path.GetFileName(c.Chunk.Path)), render.Scratch);
            var tags = render.Scratch.Write(".ffmetadata", metadata);
            await render.FFmpeg.JoinAsync(files, folder, tags, tracks.Joined, render.FileArguments, part.Path, cancellation)
                .ConfigureAwait(false);
            await video.CompleteAsync(cancellation, tracks.Files).ConfigureAwait(false);
            return report with { Warnings = store.Warnings };
        }
        finally
        {
            foreach (var (chunk, _) in chunks) chunk?.Dispose();
            tracks.Dispose();
        }
    }

    static ParallelOptions Together(int jobs, CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation };
}
