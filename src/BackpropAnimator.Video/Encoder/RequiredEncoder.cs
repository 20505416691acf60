namespace BackpropAnimator.Video.Encoder;

/// <summary>Asks FFmpeg whether it has the encoder: once, and only when there is something to encode.</summary>
internal sealed class RequiredEncoder(VideoSettings settings, RenderOptions options, CancellationToken cancellation)
{
    readonly Lazy<Task> asked = new(() => AskAsync(settings, options, cancellation));

    /// <exception cref="RenderException">FFmpeg is missing, or has no such encoder.</exception>
    public Task CheckAsync() => asked.Value;

    static async Task AskAsync(VideoSettings settings, RenderOptions options, CancellationToken cancellation)
    {
        if (settings.Hardware is null && settings.Kind.Codec.IsInEveryFFmpeg) return;
        var ffmpeg = await FFmpegInfo.AskAsync(options.FFmpegFolder, cancellation).ConfigureAwait(false)
            ?? throw RenderException.FFmpegMissing("ffmpeg", options.FFmpegFolder);
        if (ffmpeg.Encoders.Contains(settings.Encoder)) return;
        throw settings.Hardware is null
            ? RenderException.EncoderMissing(settings.Encoder)
            : RenderException.HardwareMissing(settings.Encoder, settings.Kind.Codec, ffmpeg.HardwareFor(settings.Kind.Codec));
    }
}
