using BackpropAnimator.Timeline;
using SkiaSharp;

namespace BackpropAnimator.Video.Encoder;

/// <summary>FFmpeg's options for what we send and what we want.</summary>
internal static class EncoderArguments
{
    /// <summary>Players can jump to any place within this many seconds.</summary>
    public const int KeyframeSeconds = 4;

    // x264's result depends on the number of its threads, and one wastes the least: several chunks at a time keep the processors busy.
    const int EncoderThreads = 1;

    // As FFmpeg would choose by itself: players know such clocks.
    const int LowestTimescale = 10_000;

    const string Bt709 = "-color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709 -chroma_sample_location center";

    // More bits for dark areas, and small coefficients kept, or slopes fall apart into blocks. Frames between two others that they
    // mostly repeat are cheap as B-frames, so four in a row need no deciding; nothing fades as a whole, so nothing is gained by weighing references.
    const string LessonTune = "-x264-params aq-mode=3:no-dct-decimate=1:bframes=4:b-adapt=0:weightp=0";

    /// <summary>The frames as they come through the pipe: nothing is left to be converted.</summary>
    public static string RawVideo(SKSizeI size, FrameRate rate) =>
        $"-f rawvideo -pixel_format yuv420p -video_size {size.Width}x{size.Height} -framerate {rate} {Bt709}";

    /// <summary>The video we want. A chunk is one group of pictures: it starts with the only keyframe.</summary>
    public static string H264(VideoSettings settings, FrameRate rate)
    {
        var tune = settings.Tune switch
        {
            X264Tune.Lesson => " " + LessonTune,
            X264Tune.None => "",
            _ => $" -tune {Name(settings.Tune)}",
        };
        var profile = settings.Crf == 0 ? "high444" : "high";
        return $"-c:v libx264 -threads {EncoderThreads} -pix_fmt yuv420p -profile:v {profile} -preset {Name(settings.Preset)}{tune} " +
            $"-crf {settings.Crf} -g {LongestGroup(rate)} -sc_threshold 0 {Bt709}";
    }

    /// <summary>MP4 whose track counts time in a fraction of a frame, so that frame k is at k / rate to the tick.</summary>
    public static string Mp4(FrameRate rate) => $"-video_track_timescale {Timescale(rate)} -movie_timescale {Timescale(rate)} -f mp4";

    /// <summary>Puts every timestamp on a whole number of frames: joining counts in microseconds, which few frame rates divide.</summary>
    public static string ExactTimes(FrameRate rate)
    {
        var frame = Timescale(rate) / rate.Numerator * rate.Denominator;
        return $"-bsf:v setts=pts=round(PTS/{frame})*{frame}:dts=round(DTS/{frame})*{frame}";
    }

    /// <summary>Ticks a second: a multiple of the rate's numerator, so that a frame lasts a whole number of ticks.</summary>
    public static int Timescale(FrameRate rate)
    {
        var timescale = rate.Numerator;
        while (timescale < LowestTimescale) timescale *= 2;
        return timescale;
    }

    /// <summary>Frames from one keyframe to the next at most.</summary>
    public static int LongestGroup(FrameRate rate) => Math.Max(1, (int)((long)KeyframeSeconds * rate.Numerator / rate.Denominator));

    static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
