using System.Collections.Immutable;
using BackpropAnimator.Cli.Batch;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Cli.Rendering;
using BackpropAnimator.Script;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Chunks;

/// <summary>Renders a share of a batch's chunks into the cache, several at a time.</summary>
/// <inheritdoc cref="VariantRunner"/>
/// <param name="share">The chunks, of as many variants as there may be.</param>
internal sealed class ShareRunner(RenderOptions options, ImmutableArray<ListedChunk> share, BatchDisplay display)
    : VariantRunner(options, force: false, display)
{
    readonly ILookup<string, FrameRange> chunks = share.ToLookup(chunk => chunk.Variant, chunk => chunk.Range);

    protected override async Task<long?> WorkAsync(
        Variant variant, SoundVariant sound, Excerpt whole, RenderOptions share, ProgressDisplay progress, CancellationToken cancellation)
    {
        ImmutableArray<FrameRange> wanted = [.. chunks[variant.Name]];
        var part = SceneVideo.Whole(whole.Lesson);
        var (frames, settings) = (part.Frames, part.Described(sound.Settings));
        if (wanted.Except(VideoChunks.PlanOf(frames, settings)).Any())
            throw new RenderException(
                "Its chunks are not those of the list: the scene, its voice or the program has changed since that was made. Make it anew.");
        progress.Start(variant.Output, wanted.Sum(range => range.Count));
        var tally = new Tally(progress);
        await VideoChunks.RenderAsync(frames, settings, whole.Lesson.Fonts, wanted, share, tally.Add, cancellation);
        progress.Finish();
        return null;
    }

    sealed class Tally(ProgressDisplay progress)
    {
        readonly Lock adding = new();
        int done, reused;

        public void Add(ChunkReport chunk)
        {
            lock (adding)
            {
                done += chunk.FrameCount;
                if (chunk.Reused) reused += chunk.FrameCount;
                progress.Tell(chunk);
                progress.Report(new(done, 0, reused));
            }
        }
    }
}
