using System.Collections.Immutable;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video.Chunks;
using BackpropAnimator.Video.Encoder;
using BackpropAnimator.Video.Files;
using SkiaSharp;

namespace BackpropAnimator.Video;

/// <summary>Renders frames into an MP4 file.</summary>
/// <remarks>
/// A video is a list of chunks, each rendered on its own or found in the cache, and joined without encoding again. So its
/// pictures are the same bit for bit, however many chunks are rendered at a time and whichever were there already.
/// </remarks>
public static class VideoRenderer
{
    /// <param name="frames">What to render.</param>
    /// <param name="settings">What the video is like.</param>
    /// <param name="fonts">For every text in the frames.</param>
    /// <param name="target">The file to write. It appears, or is replaced, only when the video is complete.</param>
    /// <param name="options">How to render it; by default on all processors and without a cache.</param>
    /// <param name="progress">Told after every frame or reused chunk, from threads of the renderer but one report at a time.</param>
    /// <param name="cancellation">Stops the render.</param>
    /// <exception cref="RenderException">FFmpeg, the disk or the folder do not allow it; nothing is left behind but chunks in the cache.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left behind but chunks in the cache.</exception>
    public static async Task<RenderReport> RenderAsync(
        FrameSequence frames, VideoSettings settings, FontShelf fonts, string target,
        RenderOptions? options = null, IProgress<RenderProgress>? progress = null, CancellationToken cancellation = default)
    {
        options ??= new();
        using var part = new PartFile(target);
        using var store = options.CacheFolder is { } folder ? ChunkStore.Open(folder, options.CacheLimit) : ChunkStore.Temporary();
        var ffmpeg = new FFmpeg(options);
        var keys = new ChunkKeys($"{DescribeEncoder(frames, settings)}\n{FFmpegProgram.Identify(options.FFmpegFolder)}", fonts);
        var tally = new ProgressTally(frames.Count, progress);
        var plan = ChunkPlan.Cut(frames.Count, frames.Cuts, EncoderArguments.LongestGroup(frames.Rate));

        var chunks = new (StoredChunk Chunk, ChunkReport Report)[plan.Length];
        try
        {
            var next = -1;
            var jobs = Math.Min(plan.Length, options.Jobs > 0 ? options.Jobs : JobsFor(settings.Size));
            await Parallel.ForEachAsync(Enumerable.Range(0, jobs), Together(jobs, cancellation), async (_, stop) =>
            {
                using var renderer = new ChunkRenderer(frames, settings, ffmpeg, keys, store, tally, () => new(settings.Size, fonts));
                for (int i; (i = Interlocked.Increment(ref next)) < plan.Length;)
                    chunks[i] = await renderer.GetAsync(plan[i], stop).ConfigureAwait(false);
            }).ConfigureAwait(false);

            using var list = new ConcatList(chunks.Select(c => c.Chunk.Path));
            await ffmpeg.JoinAsync(list.Path, Metadata.Write(settings, frames.Rate, frames.Count), frames.Rate, part.Path, cancellation).ConfigureAwait(false);
        }
        finally
        {
            foreach (var (chunk, _) in chunks) chunk?.Dispose();
        }

        var (count, seconds) = await ffmpeg.ProbeAsync(part.Path, cancellation).ConfigureAwait(false);
        if (count != frames.Count) throw new RenderException($"FFmpeg wrote {count} frames ({seconds:0.###} s) instead of {frames.Count}.");
        part.Complete();
        return new([.. chunks.Select(c => c.Report)]);
    }

    /// <summary>FFmpeg's arguments for the frames of a chunk and for the file they become.</summary>
    public static string DescribeEncoder(FrameSequence frames, VideoSettings settings) =>
        $"{EncoderArguments.RawVideo(settings.Size, frames.Rate)} -i pipe:0 {EncoderArguments.H264(settings, frames.Rate)} {EncoderArguments.Mp4(frames.Rate)}";

    // x264 holds some 40 pictures of 1.5 bytes a pixel, our buffers and surfaces take as much as 10 more.
    const int BytesPerPixelAndJob = 75;

    /// <summary>How many chunks of a size are rendered at a time unless <see cref="RenderOptions.Jobs"/> says: as many as processors and memory allow.</summary>
    public static int JobsFor(SKSizeI size)
    {
        var half = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;
        return (int)Math.Clamp(half / ((long)size.Width * size.Height * BytesPerPixelAndJob), 1, Environment.ProcessorCount);
    }

    static ParallelOptions Together(int jobs, CancellationToken cancellation) => new() { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation };
}
