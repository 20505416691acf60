using System.Collections.Immutable;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video.Chunks;
using BackpropAnimator.Video.Files;
using BackpropAnimator.Video.Rendering;

namespace BackpropAnimator.Video;

/// <summary>
/// The chunks of a video one by one, for several machines that share a folder. <see cref="VideoRenderer"/> joins them, and takes the same
/// chunks where it renders on its own.
/// </summary>
/// <remarks>
/// Whatever is done here may be done twice, at the same time, or be killed. A chunk is written under a name of its own and renamed when it
/// is complete, and its hash is checked whenever it is read: no lock is asked of the shared folder.
/// </remarks>
public static class VideoChunks
{
    /// <summary>Where a video is cut. One that cannot be joined is a single chunk.</summary>
    /// <param name="frames">Of these only how many there are, their rate and their cuts matter here.</param>
    /// <param name="settings">What the video is like.</param>
    public static ImmutableArray<FrameRange> PlanOf(FrameSequence frames, VideoSettings settings) =>
        settings.Kind.Codec.Joins ? ChunkWork.PlanOf(frames) : [new(0, frames.Count)];

    /// <summary>About how long a core is busy with a chunk.</summary>
    /// <returns>Seconds of a core of some 2.5 GHz; what matters is how one chunk compares with another.</returns>
    public static double SecondsFor(FrameRange range, VideoSettings settings) =>
        range.Count * (SecondsToCompose + (long)settings.Size.Width * settings.Size.Height / 1e6 * settings.Kind.Codec.SecondsPerMegapixel);

    // Of the flagship's frames: display list, fingerprint, dirty tiles.
    const double SecondsToCompose = 0.0015;

    /// <summary>Renders some chunks of a video into the cache, as far as they are not there.</summary>
    /// <param name="frames">The whole video; it must have an identity.</param>
    /// <param name="settings">What the video is like.</param>
    /// <param name="fonts">For every text in the frames.</param>
    /// <param name="wanted">Ranges of <see cref="PlanOf"/>.</param>
    /// <param name="options">How to render; it must name a cache.</param>
    /// <param name="tell">Takes each chunk that is there now, from several threads.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RenderException">FFmpeg, the disk or the cache's folder do not allow it. Finished chunks stay.</exception>
    /// <exception cref="OperationCanceledException">Cancelled. Finished chunks stay.</exception>
    public static async Task RenderAsync(
        FrameSequence frames, VideoSettings settings, FontShelf fonts, ImmutableArray<FrameRange> wanted, RenderOptions options,
        Action<ChunkReport> tell, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options.CacheFolder, nameof(options));
        ArgumentNullException.ThrowIfNull(frames.Identity, nameof(frames));
        using var scratch = ScratchFolder.Create();
        Leftovers.SweepScratch(scratch);
        var render = VideoRenderer.NewJob(frames, settings, fonts, options, null, scratch, cancellation);
        using var store = new RenderStore(options.CacheFolder, options.CacheLimit, scratch) { IsRequired = true };
        store.Share();
        if (!settings.Kind.Codec.Joins)
        {
            tell(await AnimatedPicture.StoreAsync(render, store, cancellation).ConfigureAwait(false));
            return;
        }
        await ChunkWork.RunAsync(render, store, wanted, (_, chunk, report) =>
        {
            chunk.Dispose();
            tell(report);
        }, beside: null, cancellation).ConfigureAwait(false);
    }

    /// <summary>The chunks of a video, and which of them are in the cache. Nothing is rendered or written.</summary>
    /// <inheritdoc cref="RenderAsync"/>
    /// <param name="composes">
    /// Whether the frames of a chunk are composed where its key is not noted. If not, the key is null, and the chunk counts as missing.
    /// </param>
    public static ImmutableArray<(FrameRange Range, string? Key, bool IsThere)> Look(
        FrameSequence frames, VideoSettings settings, FontShelf fonts, RenderOptions options, bool composes,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(frames.Identity, nameof(frames));
        using var scratch = ScratchFolder.Create();
        var render = VideoRenderer.NewJob(frames, settings, fonts, options, null, scratch, cancellation);
        using var store = new RenderStore(options.CacheFolder, long.MaxValue, scratch);
        if (!settings.Kind.Codec.Joins)
        {
            var key = AnimatedPicture.KeyOf(render, frames.Identity);
            using var found = store.Find(key);
            return [(new(0, frames.Count), key, found is not null)];
        }
        using var looking = new ChunkRenderer(render, render.NewKeys(), store);
        return [.. ChunkWork.PlanOf(frames).AsParallel().AsOrdered().WithCancellation(cancellation).Select(range =>
        {
            var (key, isThere) = looking.Look(range, composes, cancellation);
            return (range, key, isThere);
        })];
    }
}
