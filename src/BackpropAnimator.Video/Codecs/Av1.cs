using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Encoder;

namespace BackpropAnimator.Video;

/// <summary>AV1 by SVT-AV1.</summary>
public sealed record Av1 : Codec
{
    // SVT-AV1 looks as x264 does at a factor some ten higher than the scales' ends tell.
    const int FinerThanX264 = 10;

    public override string Name => "av1";
    public override string Title => "AV1";
    public override string Description => "the smallest files, for players of recent years";
    public override string Encoder => "libsvtav1";
    public override bool HasQuality => true;
    public override bool IsInBrowsers => true;

    internal override int BytesPerPixel(bool transparent) => 195;

    internal override double SecondsPerMegapixel => 0.012;

    internal override string Arguments(VideoSettings settings, FrameRate rate)
    {
        // The encoder's presets go from 0, the slowest, to 12.
        var preset = 12 - (int)settings.Preset;
        var crf = Math.Clamp(OnScaleOf63(settings.Crf) + FinerThanX264, 1, 63);
        return $"-c:v {Encoder} -pix_fmt yuv420p -preset {preset} -crf {crf} " +
            $"-g {EncoderArguments.LongestGroup(rate)} -svtav1-params lp=1:scd=0 {EncoderArguments.Bt709}";
    }
}
