using BackpropAnimator.Timeline;

namespace BackpropAnimator.Video.Encoder.Codecs;

/// <summary>H.264 by x264: the codec that every player has.</summary>
internal sealed class H264 : Codec
{
    // More bits for dark areas, and small coefficients kept, or slopes fall apart into blocks. Frames between two others that they
    // mostly repeat are cheap as B-frames, so four in a row need no deciding; nothing fades as a whole, so nothing is gained by weighing references.
    const string LessonTune = "-x264-params aq-mode=3:no-dct-decimate=1:bframes=4:b-adapt=0:weightp=0";

    public override string Encoder => "libx264";
    public override int BytesPerPixel => 95;

    /// <summary>A chunk is one group of pictures: it starts with the only keyframe.</summary>
    public override string Arguments(VideoSettings settings, FrameRate rate)
    {
        var tune = settings.Tune switch
        {
            X264Tune.Lesson => " " + LessonTune,
            X264Tune.None => "",
            _ => $" -tune {EncoderArguments.Name(settings.Tune)}",
        };
        var profile = settings.Crf == 0 ? "high444" : "high";
        return $"-c:v {Encoder} {OneThread} -pix_fmt yuv420p -profile:v {profile} -preset {EncoderArguments.Name(settings.Preset)}{tune} " +
            $"-crf {settings.Crf} -g {EncoderArguments.LongestGroup(rate)} -sc_threshold 0 {EncoderArguments.Bt709}";
    }
}
