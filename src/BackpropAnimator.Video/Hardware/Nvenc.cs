using System.Collections.Immutable;

namespace BackpropAnimator.Video;

/// <summary>NVIDIA's NVENC (https://docs.nvidia.com/video-technologies/video-codec-sdk/).</summary>
[Listed(10)]
public sealed record Nvenc : HardwareEncoder
{
    // Looks as x264 does at a factor some three lower.
    const int CoarserThanX264 = 3;

    public override string Name => "nvenc";
    public override string Title => "NVENC";
    public override string Needs => "an NVIDIA graphics card and its driver";
    public override ImmutableArray<Codec> Codecs => [new H264(), new H265(), new Av1()];

    // A factor of 0 would let the driver choose.
    private protected override string QualityArguments(Codec codec, VideoSettings settings)
    {
        var quality = CountsTo51(codec)
            ? Math.Clamp(settings.Crf + CoarserThanX264, 1, VideoSettings.CoarsestCrf)
            : Math.Clamp(Codec.OnScaleOf63(settings.Crf) + CoarserThanX264, 1, 63);
        // Its presets go from p1, the fastest, to p7.
        var preset = 1 + (int)settings.Preset * 6 / (int)X264Preset.Veryslow;
        return $"-preset p{preset} -tune hq -rc vbr -cq {quality} -b:v 0 -no-scenecut 1";
    }
}
