using BackpropAnimator.Typesetting;
using BackpropAnimator.Video.Encoder;
using BackpropAnimator.Video.Files;
using BackpropAnimator.Video.Pump;

namespace BackpropAnimator.Video;

/// <summary>Renders frames into an MP4 file.</summary>
public static class VideoRenderer
{
    /// <param name="target">The file to write. It appears, or is replaced, only when the video is complete.</param>
    /// <param name="progress">Told after every frame, from a thread of the renderer.</param>
    /// <exception cref="RenderException">FFmpeg, the disk or the folder do not allow it; nothing is left behind.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left behind.</exception>
    public static async Task RenderAsync(
        FrameSequence frames, VideoSettings settings, FontShelf fonts, string target, IProgress<RenderProgress>? progress = null, CancellationToken cancellation = default)
    {
        using var part = new PartFile(target);
        using var painter = new PlanarPainter(settings.Size, fonts);
        var ffmpeg = new FFmpeg(settings);
        var pump = new FramePump(frames, painter, done => progress?.Report(new(done, frames.Count)));

        await ffmpeg.EncodeAsync(pump, Metadata.Write(settings, frames.Rate, frames.Count), part.Path, cancellation).ConfigureAwait(false);

        var (count, seconds) = await ffmpeg.ProbeAsync(part.Path, cancellation).ConfigureAwait(false);
        if (count != frames.Count) throw new RenderException($"FFmpeg wrote {count} frames ({seconds:0.###} s) instead of {frames.Count}.");
        part.Complete();
    }
}
