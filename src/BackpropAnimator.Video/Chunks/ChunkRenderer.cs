using BackpropAnimator.Video.Pump;
using BackpropAnimator.Video.Rendering;

namespace BackpropAnimator.Video.Chunks;

/// <summary>Gets chunks one after another, from the store or by rendering them.</summary>
/// <remarks>For one thread at a time; as many as there are jobs work side by side.</remarks>
internal sealed class ChunkRenderer(RenderJob render, ChunkKeys keys, RenderStore store) : IDisposable
{
    // A render that finds everything in the store never needs one.
    readonly Lazy<PlanarPainter> painter = new(render.NewPainter);

    /// <returns>The chunk, held; null where it is not there and the render may only join.</returns>
    public async Task<(StoredChunk Chunk, ChunkReport Report)?> GetAsync(FrameRange range, CancellationToken cancellation)
    {
        var name = render.Frames.Identity is { } identity ? keys.NameOf(identity, range) : null;
        var known = KnownKey(name);
        if (known is not null && Find(range, known) is { } kept) return kept;
        // Who may only join has no time to compose what nobody has rendered.
        if (render.Options.JoinsOnly && name is not null) return null;
        if (!render.Options.JoinsOnly)
        {
            _ = render.FFmpeg.PrepareAsync();
            await render.RequiredEncoder.CheckAsync().ConfigureAwait(false);
        }
        // The key needs all frames before the first is painted: four seconds of display lists, which take 0.3 MB in the flagship and
        // 2 MB where 500 edges move.
        var composed = render.Frames.Compose(range, cancellation);
        var key = keys.KeyOf(composed);
        if (key != known && Find(range, key) is { } found)
        {
            Remember();
            return found;
        }
        if (render.Options.JoinsOnly) return null;

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
        Remember();
        return (chunk, new(range.First, range.Count, key, Reused: false));

        void Remember()
        {
            if (name is not null && key != known) store.Note(name, Notes.KeyOfChunk, key);
        }
    }

    /// <summary>A chunk's key, and whether it is in the store. Nothing is rendered, so several threads may ask.</summary>
    /// <param name="composes">Whether its frames are composed where the key is not noted; null otherwise.</param>
    public (string? Key, bool IsThere) Look(FrameRange range, bool composes, CancellationToken cancellation)
    {
        var key = render.Frames.Identity is { } identity ? KnownKey(keys.NameOf(identity, range)) : null;
        if (key is null && composes) key = keys.KeyOf(render.Frames.Compose(range, cancellation));
        using var found = key is null ? null : store.Find(key);
        return (key, found is not null);
    }

    string? KnownKey(string? name) =>
        name is not null && store.FindNote(name, Notes.KeyOfChunk) is [var key] ? key : null;

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
