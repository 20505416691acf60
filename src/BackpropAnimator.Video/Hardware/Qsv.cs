using System.Collections.Immutable;
using BackpropAnimator.Video.Encoder;

namespace BackpropAnimator.Video;

/// <summary>Intel's Quick Sync Video (https://trac.ffmpeg.org/wiki/Hardware/QuickSync).</summary>
[Listed(20)]
public sealed record Qsv : HardwareEncoder
{
    // Its "intelligent constant quality" looks as x264 does at a factor some two lower.
    const int CoarserThanX264 = 2;

    public override string Name => "qsv";
    public override string Title => "Quick Sync";
    public override string Needs => "an Intel processor with graphics and its driver";
    public override ImmutableArray<Codec> Codecs => [new H264(), new H265(), new Av1(), new Vp9()];

    private protected override string PixelArguments => "-pix_fmt nv12";

    private protected override string QualityArguments(Codec codec, VideoSettings settings)
    {
        var quality = Math.Clamp(settings.Crf + CoarserThanX264, 1, VideoSettings.CoarsestCrf);
        // It has x264's names from veryfast on.
        var preset = EncoderArguments.Name((X264Preset)Math.Max((int)settings.Preset, (int)X264Preset.Veryfast));
        return $"-preset {preset} -global_quality {quality}";
    }
}
