using System.Collections;
using BackpropAnimator.Drawing;
using BackpropAnimator.Video.Chunks;
using BackpropAnimator.Video.Files;
using BackpropAnimator.Video.Pump;

namespace BackpropAnimator.Video.Rendering;

/// <summary>A picture that moves, such as a GIF: encoded from beginning to end, since its streams cannot be joined.</summary>
internal static class AnimatedPicture
{
    // Colours that are there for less than this are not worth a place in the palette.
    const double SecondsBetweenSamples = 0.1;

    /// <param name="part">The file to write.</param>
    public static async Task<RenderReport> RenderAsync(RenderJob render, PartFile part, CancellationToken cancellation)
    {
        var frames = render.Frames;
        // Without an identity only its frames tell what it is made of, and composing them takes longer than anything else.
        var folder = frames.Identity is null ? null : render.Options.CacheFolder;
        using var store = new RenderStore(folder, render.Options.CacheLimit, render.Scratch);
        var key = folder is null ? "" : KeyOf(render, frames.Identity!);
        var picture = new FinishedVideo(render, part, store, key);
        var lacksSound = render.Settings.Accompaniment is { Sound.IsEmpty: false };
        if (picture.IsThere())
        {
            render.Tally.Reused(frames.Count);
            return new([new(0, frames.Count, key, Reused: true)]) { WasThere = true, LacksSound = lacksSound };
        }
        await render.RequiredEncoder.CheckAsync().ConfigureAwait(false);
        await EncodeAsync(render, part.Path, cancellation).ConfigureAwait(false);
        await picture.CompleteAsync(cancellation).ConfigureAwait(false);
        return new([new(0, frames.Count, key, Reused: false)]) { Warnings = store.Warnings, LacksSound = lacksSound };
    }

    static string KeyOf(RenderJob render, string identity) =>
        ChunkKeys.KeyOfFile(render.NewKeys().KeyOfList(identity, [new(0, render.Frames.Count)]), render.FileArguments);

    static async Task EncodeAsync(RenderJob render, string file, CancellationToken cancellation)
    {
        var frames = render.Frames;
        var (_, codec, transparent) = render.Settings.Kind;
        using var painter = render.NewPainter();
        var pump = new FramePump(new StridedFrames(frames, 1), frames.Rate, painter, render.Tally.Rendered);
        var paletteArguments = codec.PaletteArguments(transparent);
        if (paletteArguments is null)
        {
            await render.FFmpeg.EncodeAsync(pump, render.EncoderArguments, file, cancellation).ConfigureAwait(false);
            return;
        }
        // A run of its own: found in the same run as it is used, the palette would keep all frames in memory until the last one.
        var palette = render.Scratch.PathFor(".png");
        var stride = Math.Max(1, (int)(SecondsBetweenSamples * frames.Rate.FramesPerSecond));
        var samples = new FramePump(new StridedFrames(frames, stride), frames.Rate, painter, () => { });
        await render.FFmpeg.EncodeAsync(samples, paletteArguments, palette, cancellation).ConfigureAwait(false);
        await render.FFmpeg.EncodeAsync(pump, palette, render.EncoderArguments, file, cancellation).ConfigureAwait(false);
    }
}

/// <summary>Every n-th frame of a sequence, each composed when its turn comes.</summary>
internal sealed class StridedFrames(FrameSequence frames, int stride) : IReadOnlyCollection<Frame>
{
    public int Count => (frames.Count + stride - 1) / stride;

    public IEnumerator<Frame> GetEnumerator()
    {
        for (var n = 0; n < frames.Count; n += stride) yield return frames.FrameAt(n);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
