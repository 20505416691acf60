using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Pixels;

namespace BackpropAnimator.Video.Encoder.Codecs;

/// <summary>VP9 by libvpx: what browsers play in WebM, with an alpha channel if wanted.</summary>
internal sealed class Vp9(bool transparent) : Codec
{
    public override string Encoder => "libvpx-vp9";
    public override PixelLayout Layout => transparent ? PixelLayout.Yuva420 : PixelLayout.Yuv420;

    // Alpha is a second stream with an encoder of its own.
    public override int BytesPerPixel => transparent ? 340 : 160;

    public override string Arguments(VideoSettings settings, FrameRate rate)
    {
        var lossless = settings.Crf == 0 ? " -lossless 1" : "";
        return $"-c:v {Encoder} {OneThread} -pix_fmt {(transparent ? "yuva420p" : "yuv420p")} -row-mt 0 {Speed(settings.Preset)} " +
            $"-b:v 0 -crf {OnScaleOf63(settings.Crf)}{lossless} -g {EncoderArguments.LongestGroup(rate)} {EncoderArguments.Bt709}";
    }

    // The encoder has two ways of working; the faster one begins where the better one takes no longer.
    static string Speed(X264Preset preset) => preset switch
    {
        X264Preset.Ultrafast => "-deadline realtime -cpu-used 8",
        X264Preset.Superfast => "-deadline realtime -cpu-used 7",
        X264Preset.Veryfast => "-deadline realtime -cpu-used 6",
        X264Preset.Faster => "-deadline realtime -cpu-used 5",
        _ => $"-deadline good -cpu-used {X264Preset.Veryslow - preset + 1}",
    };
}
