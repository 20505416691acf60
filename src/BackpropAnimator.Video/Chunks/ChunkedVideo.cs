using BackpropAnimator.Video.Encoder;

namespace BackpropAnimator.Video.Chunks;

/// <summary>A video made of chunks, several at a time, each rendered on its own or found in the cache, and joined without encoding again.</summary>
internal static class ChunkedVideo
{
    /// <param name="file">The file to write.</param>
    public static async Task<RenderReport> RenderAsync(RenderJob render, string file, CancellationToken cancellation)
    {
        var (frames, settings, options) = (render.Frames, render.Settings, render.Options);
        using var store = options.CacheFolder is { } folder ? ChunkStore.Open(folder, options.CacheLimit) : ChunkStore.Temporary();
        var keys = new ChunkKeys($"{VideoRenderer.DescribeEncoder(frames, settings)}\n{FFmpegProgram.Identify(options.FFmpegFolder)}", render.Fonts);
        var plan = ChunkPlan.Cut(frames.Count, frames.Cuts, EncoderArguments.LongestGroup(frames.Rate));
        var arguments = $"{render.Codec.Arguments(settings, frames.Rate)} {Container.OfChunk(settings.Kind, frames.Rate)}";

        var list = frames.Identity is { } identity ? keys.KeyOfList(identity, plan) : null;
        var known = list is null ? null : store.KeysOf(list, plan.Length);

        var chunks = new (StoredChunk Chunk, ChunkReport Report)[plan.Length];
        try
        {
            var next = -1;
            var jobs = Math.Min(plan.Length, render.Jobs);
            await Parallel.ForEachAsync(Enumerable.Range(0, jobs), Together(jobs, cancellation), async (_, stop) =>
            {
                using var renderer = new ChunkRenderer(frames, arguments, render.FFmpeg, keys, store, render.Tally, render.NewPainter);
                for (int i; (i = Interlocked.Increment(ref next)) < plan.Length;)
                    chunks[i] = await renderer.GetAsync(plan[i], known?[i], stop).ConfigureAwait(false);
            }).ConfigureAwait(false);

            if (list is not null && known is null) store.KeepKeys(list, chunks.Select(c => c.Report.Key));
            using var files = new ConcatList(chunks.Select(c => c.Chunk.Path));
            await render.FFmpeg.JoinAsync(files.Path, Metadata.Write(settings, frames.Rate, frames.Count), render.Container, file, cancellation).ConfigureAwait(false);
        }
        finally
        {
            foreach (var (chunk, _) in chunks) chunk?.Dispose();
        }
        return new([.. chunks.Select(c => c.Report)]);
    }

    static ParallelOptions Together(int jobs, CancellationToken cancellation) => new() { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation };
}
