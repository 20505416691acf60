using System.Collections.Immutable;

namespace BackpropAnimator.Video;

/// <summary>The Video Acceleration API of Linux (https://trac.ffmpeg.org/wiki/Hardware/VAAPI).</summary>
[Listed(30)]
public sealed record Vaapi : HardwareEncoder
{
    // At a fixed quantizer it looks as x264 does at a factor some two lower.
    const int CoarserThanX264 = 2;

    public override string Name => "vaapi";
    public override string Title => "VA-API";
    public override string Needs => "Linux, and graphics of AMD or Intel with their VA-API driver";
    public override ImmutableArray<Codec> Codecs => [new H264(), new H265(), new Av1(), new Vp9()];
    public override bool HasPresets => false;

    // The first device there is. Pictures go into its memory before they are encoded.
    private protected override string DeviceArguments => "-init_hw_device vaapi=gpu -filter_hw_device gpu";

    private protected override string PixelArguments => "-vf format=nv12,hwupload";

    private protected override string QualityArguments(Codec codec, VideoSettings settings)
    {
        // AV1 and VP9 count quantizers to 255.
        var quality = CountsTo51(codec)
            ? Math.Clamp(settings.Crf + CoarserThanX264, 1, VideoSettings.CoarsestCrf)
            : Math.Clamp(Codec.OnScaleOf63(settings.Crf + CoarserThanX264) * 4, 1, 255);
        return $"-rc_mode CQP -global_quality {quality}";
    }
}
