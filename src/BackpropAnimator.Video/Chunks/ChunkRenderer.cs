using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Video.Pump;
using BackpropAnimator.Video.Rendering;

namespace BackpropAnimator.Video.Chunks;

/// <summary>Gets chunks one after another, from the store or by rendering them.</summary>
/// <remarks>For one thread at a time; as many as there are jobs work side by side.</remarks>
internal sealed class ChunkRenderer(RenderJob render, ChunkKeys keys, RenderStore store) : IDisposable
{
    // A render that finds everything in the store never needs one.
    readonly Lazy<PlanarPainter> painter = new(render.NewPainter);

    /// <param name="known">The chunk's key, if it is known from an earlier render; null to find out.</param>
    public async Task<(StoredChunk Chunk, ChunkReport Report)> GetAsync(FrameRange range, string? known, CancellationToken cancellation)
    {
        if (known is not null && Find(range, known) is { } kept) return kept;
        _ = render.FFmpeg.PrepareAsync();
        await render.RequiredEncoder.CheckAsync().ConfigureAwait(false);
        // The key needs all frames before the first is painted: four seconds of display lists, which take 0.3 MB in the flagship and
        // 2 MB where 500 edges move.
        var composed = render.Frames.Compose(range, cancellation);
        var key = keys.KeyOf(composed);
        if (key != known && Find(range, key) is { } found) return found;

        var told = 0;
        var chunk = await store.AddAsync(key, ChunkSeal.HasFrames(range.Count), async path =>
        {
            var written = 0;
            // A frame that is written once more, to another place, is told of once.
            var pump = new FramePump(composed, render.Frames.Rate, painter.Value, () =>
            {
                if (++written <= told) return;
                told = written;
                render.Tally.Rendered();
            });
            await render.FFmpeg.EncodeAsync(pump, render.EncoderArguments, path, cancellation).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return (chunk, new(range.First, range.Count, key, Reused: false));
    }

    (StoredChunk, ChunkReport)? Find(FrameRange range, string key)
    {
        if (store.Find(key) is not { } found) return null;
        render.Tally.Reused(range.Count);
        return (found, new(range.First, range.Count, key, Reused: true));
    }

    public void Dispose()
    {
        if (painter.IsValueCreated) painter.Value.Dispose();
    }
}
