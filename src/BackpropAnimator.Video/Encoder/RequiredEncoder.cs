namespace BackpropAnimator.Video.Encoder;

/// <summary>Asks FFmpeg whether it has a codec's encoder: once, and only when there is something to encode.</summary>
internal sealed class RequiredEncoder(Codec codec, RenderOptions options, CancellationToken cancellation)
{
    readonly Lazy<Task> asked = new(() => AskAsync(codec, options, cancellation));

    /// <exception cref="RenderException">FFmpeg is missing, or has no such encoder.</exception>
    public Task CheckAsync() => asked.Value;

    static async Task AskAsync(Codec codec, RenderOptions options, CancellationToken cancellation)
    {
        if (codec.IsInEveryFFmpeg) return;
        var ffmpeg = await FFmpegInfo.AskAsync(options.FFmpegFolder, cancellation).ConfigureAwait(false)
            ?? throw RenderException.FFmpegMissing("ffmpeg", options.FFmpegFolder);
        if (!ffmpeg.Encoders.Contains(codec.Encoder)) throw RenderException.EncoderMissing(codec.Encoder);
    }
}
