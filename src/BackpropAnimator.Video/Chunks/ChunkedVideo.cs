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
        var (frames, settings) = (render.Frames, render.Settings);
        using var store = new RenderStore(render.Options.CacheFolder, render.Options.CacheLimit, render.Scratch);
        var plan = ChunkWork.PlanOf(frames);
        var tracks = new VideoTracks(render, store, part.Target);
        var chunks = new (StoredChunk Chunk, ChunkReport Report)?[plan.Length];
        try
        {
            // The sound is made beside the pictures.
            await ChunkWork.RunAsync(
                render, store, plan, (i, chunk, report) => chunks[i] = (chunk, report), tracks.PrepareAsync, cancellation)
                .ConfigureAwait(false);
            var missing = chunks.Count(chunk => chunk is null);
            if (missing > 0) throw RenderException.ChunksMissing(missing, plan.Length, render.Options.CacheFolder);
            var whole = chunks.Select(chunk => chunk!.Value).ToList();

            var report = new RenderReport([.. whole.Select(c => c.Report)])
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

            var folder = store.Gather([.. whole.Select(c => c.Chunk)]);
            var files = ConcatList.Write(whole.Select(c => Path.GetFileName(c.Chunk.Path)), render.Scratch);
            var tags = render.Scratch.Write(".ffmetadata", metadata);
            await render.FFmpeg.JoinAsync(files, folder, tags, tracks.Joined, render.FileArguments, part.Path, cancellation)
                .ConfigureAwait(false);
            await video.CompleteAsync(cancellation, tracks.Files).ConfigureAwait(false);
            return report with { Warnings = store.Warnings };
        }
        finally
        {
            foreach (var chunk in chunks) chunk?.Chunk.Dispose();
            tracks.Dispose();
        }
    }
}
