using System.Security.Cryptography;
using BackpropAnimator.Files;
using BackpropAnimator.Video.Chunks;
using BackpropAnimator.Video.Files;
using BackpropAnimator.Video.Subtitles;

namespace BackpropAnimator.Video.Rendering;

/// <summary>The last step of a render: the file is checked and put in its place, unless it is there already.</summary>
/// <param name="part">The file that is written.</param>
/// <param name="store">Knows what earlier renders noted.</param>
/// <param name="key">Names the video by all that it is made of, as <see cref="ChunkKeys.KeyOfFile"/> does.</param>
internal sealed class FinishedVideo(RenderJob render, PartFile part, RenderStore store, string key)
{
    /// <summary>
    /// Whether the target is, byte for byte, what an earlier render made of the same: then nothing is left to do. Its date does not matter,
    /// and whoever changed or damaged it changed its hash.
    /// </summary>
    public bool IsThere() => store.FindNote(key, Notes.HashOfVideo) is [var hash] && hash == HashOfTarget();

    /// <summary>Puts what was written in its place, once it is known to be whole, and notes it for the next render.</summary>
    /// <param name="beside">What appears with it.</param>
    /// <exception cref="RenderException">Frames are missing, or a file cannot be renamed.</exception>
    public async Task CompleteAsync(CancellationToken cancellation, SubtitleFiles? beside = null)
    {
        await CheckAsync(cancellation).ConfigureAwait(false);
        render.Settings.Kind.Format.Finish(part.Content);
        if (store.IsKept) store.Note(key, Notes.HashOfVideo, HashOf(part.Content));
        if (beside is null) part.Complete();
        else beside.Write(part.Complete);
    }

    async Task CheckAsync(CancellationToken cancellation)
    {
        var format = render.Settings.Kind.Format;
        var (count, seconds) = format.Measure(part.Content) ?? await CountAsync(cancellation).ConfigureAwait(false);
        var (frames, length) = (render.Frames.Count, render.Frames.Rate.TimeOf(render.Frames.Count));
        var isStill = format.MergesEqualFrames && count == 1;
        var hasAll = count == frames || (format.MergesEqualFrames && count > 0 && count < frames);
        // A format may round the times of its frames, but by less than one of them.
        var lasts = isStill || Math.Abs(seconds - length) <= render.Frames.Rate.TimeOf(1);
        if (!hasAll || !lasts)
            throw new RenderException($"FFmpeg wrote {count} frames of {seconds:0.###} s instead of {frames} of {length:0.###} s.");
    }

    async Task<(int Frames, double Seconds)> CountAsync(CancellationToken cancellation)
    {
        return await render.FFmpeg.CountAsync(part.Path, render.Scratch.PathFor(".txt"), cancellation).ConfigureAwait(false);
    }

    string? HashOfTarget()
    {
        try
        {
            using var target = RegularFile.OpenRead(part.Target, FileShare.ReadWrite | FileShare.Delete);
            return HashOf(target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Not there, or not to be read: then it is made anew.
            return null;
        }
    }

    static string HashOf(Stream file)
    {
        file.Position = 0;
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
