using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Encoder;

namespace BackpropAnimator.Video;

/// <summary>H.265 by x265.</summary>
public sealed record H265 : Codec
{
    // As for H.264: more bits for dark areas, where a lesson's faint gradients are, and a fixed number of B-frames. The rest keeps it to
    // one thread and one group of pictures.
    const string Tune = "aq-mode=3:bframes=4:b-adapt=0:scenecut=0:open-gop=0:pools=none:frame-threads=1:wpp=0:log-level=error";

    // Apple's players ask for the tag.
    const string AppleTag = "-tag:v hvc1";

    // x265 looks as x264 does at a factor some two higher.
    const int FinerThanX264 = 2;

    public override string Name => "h265";
    public override string Title => "H.265";
    public override string Description => "smaller files than H.264, more slowly";
    public override string Encoder => "libx265";
    public override bool HasQuality => true;

    internal override string NameInHardware => "hevc";

    internal override string HardwareArguments => $"-profile:v main {AppleTag}";

    internal override int BytesPerPixel(bool transparent) => 185;

    internal override double SecondsPerMegapixel => 0.013;

    internal override string Arguments(VideoSettings settings, FrameRate rate)
    {
        var group = EncoderArguments.LongestGroup(rate);
        var lossless = settings.Crf == 0;
        var quality = lossless ? "" : $"-crf {Math.Min(settings.Crf + FinerThanX264, VideoSettings.CoarsestCrf)} ";
        return $"-c:v {Encoder} -pix_fmt yuv420p {AppleTag} -preset {EncoderArguments.Name(settings.Preset)} {quality}" +
            $"-x265-params keyint={group}:min-keyint={group}:{Tune}{(lossless ? ":lossless=1" : "")} {EncoderArguments.Bt709}";
    }
}
