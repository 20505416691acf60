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
        // Only where machines share the work is it stored: another render of it finds the finished file.
        using var stored = store.Find(key);
        if (stored is null && render.Options.JoinsOnly) throw RenderException.ChunksMissing(1, 1, folder);
        if (stored is not null)
        {
            Disk.Write(part.Path, () => ChunkSeal.CopyContent(stored.Held, part.Content));
            render.Tally.Reused(frames.Count);
        }
        else
        {
            await render.RequiredEncoder.CheckAsync().ConfigureAwait(false);
            await EncodeAsync(render, part.Path, cancellation).ConfigureAwait(false);
        }
        await picture.CompleteAsync(cancellation).ConfigureAwait(false);
        return new([new(0, frames.Count, key, Reused: stored is not null)]) { Warnings = store.Warnings, LacksSound = lacksSound };
    }

    /// <summary>Renders it into the store, as far as it is not there.</summary>
    public static async Task<ChunkReport> StoreAsync(RenderJob render, RenderStore store, CancellationToken cancellation)
    {
        var key = KeyOf(render, render.Frames.Identity!);
        using var found = store.Find(key);
        if (found is not null) return new(0, render.Frames.Count, key, Reused: true);
        await render.RequiredEncoder.CheckAsync().ConfigureAwait(false);
        // Whether it has all its frames is seen when it is put in its place.
        using var stored = await store.AddAsync(key, _ => { }, path => EncodeAsync(render, path, cancellation)).ConfigureAwait(false);
        return new(0, render.Frames.Count, key, Reused: false);
    }

    public static string KeyOf(RenderJob render, string identity) =>
        ChunkKeys.KeyOfFile(render.NewKeys().NameOf(identity, new(0, render.Frames.Count)), render.FileArguments);

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
