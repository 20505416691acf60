using System.Collections;
using BackpropAnimator.Drawing;
using BackpropAnimator.Video.Chunks;
using BackpropAnimator.Video.Files;
using BackpropAnimator.Video.Pump;

namespace BackpropAnimator.Video.Rendering;

/// <summary>A GIF or an APNG: a picture that moves, made from beginning to end, since nothing can be joined to one.</summary>
internal static class AnimatedPicture
{
    // Colours that are there for less than this are not worth a place in the palette.
    const double SecondsBetweenSamples = 0.1;

    /// <param name="part">The file to write.</param>
    public static async Task<RenderReport> RenderAsync(RenderJob render, PartFile part, CancellationToken cancellation)
    {
        var frames = render.Frames;
        // Without an identity only its frames tell what it is made of, and to compose them is the longest part of the way.
        using var store = render.Options.CacheFolder is { } folder && frames.Identity is not null ? ChunkStore.Open(folder, render.Options.CacheLimit) : null;
        var key = store is null ? "" : ChunkKeys.KeyOfFile(render.NewKeys().KeyOfList(frames.Identity!, [new(0, frames.Count)]), render.FileArguments);
        var picture = new FinishedVideo(render, part, store?.Notes, key);
        if (picture.IsThere())
        {
            render.Tally.Reused(frames.Count);
            return new([new(0, frames.Count, key, Reused: true)]) { WasThere = true };
        }
        await render.RequiredEncoder.CheckAsync().ConfigureAwait(false);
        await EncodeAsync(render, part.Path, cancellation).ConfigureAwait(false);
        await picture.CompleteAsync(cancellation).ConfigureAwait(false);
        return new([new(0, frames.Count, key, Reused: false)]);
    }

    static async Task EncodeAsync(RenderJob render, string file, CancellationToken cancellation)
    {
        var frames = render.Frames;
        var (_, codec, transparent) = render.Settings.Kind;
        using var painter = render.NewPainter();
        var pump = new FramePump(new FramesInTurn(frames, 1), frames.Rate, painter, render.Tally.Rendered);
        var paletteArguments = codec.PaletteArguments(transparent);
        if (paletteArguments is null) await render.FFmpeg.EncodeAsync(pump, render.EncoderArguments, file, cancellation).ConfigureAwait(false);
        else
        {
            using var palette = new ScratchFile(".png");
            // All frames at once would be in memory until the last one, were the palette found in the same run.
            var stride = Math.Max(1, (int)(SecondsBetweenSamples * frames.Rate.FramesPerSecond));
            var samples = new FramePump(new FramesInTurn(frames, stride), frames.Rate, painter, () => { });
            await render.FFmpeg.EncodeAsync(samples, paletteArguments, palette.Path, cancellation).ConfigureAwait(false);
            await render.FFmpeg.EncodeAsync(pump, palette.Path, render.EncoderArguments, file, cancellation).ConfigureAwait(false);
        }
    }
}

/// <summary>Every n-th frame of a sequence, each composed when its turn comes.</summary>
internal sealed class FramesInTurn(FrameSequence frames, int stride) : IReadOnlyCollection<Frame>
{
    public int Count => (frames.Count + stride - 1) / stride;

    public IEnumerator<Frame> GetEnumerator()
    {
        for (var n = 0; n < frames.Count; n += stride) yield return frames.FrameAt(n);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
