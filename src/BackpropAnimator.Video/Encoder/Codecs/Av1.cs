using BackpropAnimator.Timeline;

namespace BackpropAnimator.Video.Encoder.Codecs;

/// <summary>AV1 by SVT-AV1: the smallest files, for players of recent years.</summary>
internal sealed class Av1 : Codec
{
    // SVT-AV1 looks as x264 does at a factor some ten higher than the scales' ends tell.
    const int FinerThanX264 = 10;

    public override string Encoder => "libsvtav1";
    public override int BytesPerPixel => 195;

    // The encoder's presets go from 0, the slowest, to 12.
    public override string Arguments(VideoSettings settings, FrameRate rate) =>
        $"-c:v {Encoder} -pix_fmt yuv420p -preset {12 - (int)settings.Preset} -crf {Math.Clamp(OnScaleOf63(settings.Crf) + FinerThanX264, 1, 63)} " +
        $"-g {EncoderArguments.LongestGroup(rate)} -svtav1-params lp=1:scd=0 {EncoderArguments.Bt709}";
}
