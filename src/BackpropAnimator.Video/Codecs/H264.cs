using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Encoder;

namespace BackpropAnimator.Video;

/// <summary>H.264 by x264.</summary>
public sealed record H264 : Codec
{
    // More bits for dark areas, and small coefficients kept, or faint gradients break up into blocks. Most frames hardly differ from
    // their neighbours, so four B-frames in a row are right nearly always and x264 need not search for their number. Pictures do not
    // fade as a whole, so weighted prediction gains nothing.
    const string LessonTune = " -x264-params aq-mode=3:no-dct-decimate=1:bframes=4:b-adapt=0:weightp=0";

    public override string Name => "h264";
    public override string Title => "H.264";
    public override string Description => "the codec that every player has";
    public override string Encoder => "libx264";
    public override bool HasQuality => true;
    public override bool IsInBrowsers => true;
    public override bool HasTune => true;

    internal override string HardwareArguments => "-profile:v high";

    // All but minimal builds. To ask first would take as long as the failure that tells otherwise.
    internal override bool IsInEveryFFmpeg => true;

    internal override int BytesPerPixel(bool transparent) => 95;

    internal override double SecondsPerMegapixel => 0.006;

    /// <summary>A chunk is one group of pictures: it starts with the only keyframe.</summary>
    internal override string Arguments(VideoSettings settings, FrameRate rate)
    {
        var profile = settings.Crf == 0 ? "high444" : "high";
        var preset = EncoderArguments.Name(settings.Preset);
        return $"-c:v {Encoder} {OneThread} -pix_fmt yuv420p -profile:v {profile} -preset {preset}{TuneArguments(settings.Tune)} " +
            $"-crf {settings.Crf} -g {EncoderArguments.LongestGroup(rate)} -sc_threshold 0 {EncoderArguments.Bt709}";
    }

    static string TuneArguments(X264Tune tune) => tune switch
    {
        X264Tune.Lesson => LessonTune,
        X264Tune.None => "",
        X264Tune.Animation or X264Tune.Stillimage or X264Tune.Fastdecode => $" -tune {EncoderArguments.Name(tune)}",
        _ => throw new ArgumentOutOfRangeException(nameof(tune), tune, null),
    };
}
