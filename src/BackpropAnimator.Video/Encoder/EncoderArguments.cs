using BackpropAnimator.Timeline;
using FFMpegCore;
using SkiaSharp;

namespace BackpropAnimator.Video.Encoder;

/// <summary>FFmpeg's options for what we send and what we want.</summary>
internal static class EncoderArguments
{
    /// <summary>Players can jump to any place within this many seconds.</summary>
    public const int KeyframeSeconds = 4;

    // x264's result depends on the number of its threads, so it is fixed and not the machine's.
    const int EncoderThreads = 2;

    // Below this, FFmpeg would choose a multiple itself; then a chunk and the whole might differ.
    const int LowestTimescale = 10_000;

    const string Bt709 = "-color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709 -chroma_sample_location center";

    /// <summary>The frames as they come through the pipe: nothing is left to be converted.</summary>
    public static string RawVideo(SKSizeI size, FrameRate rate) =>
        $"-f rawvideo -pixel_format yuv420p -video_size {size.Width}x{size.Height} -framerate {rate} {Bt709}";

    public static void H264(FFMpegArgumentOptions options, VideoSettings settings, FrameRate rate)
    {
        options.WithVideoCodec("libx264").ForcePixelFormat("yuv420p").WithConstantRateFactor(settings.Crf).UsingThreads(EncoderThreads);
        options.WithCustomArgument($"-profile:v high -preset {Name(settings.Preset)}");
        if (settings.Tune != X264Tune.None) options.WithCustomArgument($"-tune {Name(settings.Tune)}");
        options.WithCustomArgument($"-g {LongestGroup(rate)} {Bt709}");
    }

    /// <summary>MP4 whose track counts time in a fraction of a frame, so that frame k is at k / rate to the tick.</summary>
    public static void Mp4(FFMpegArgumentOptions options, FrameRate rate)
    {
        var timescale = Timescale(rate);
        options.WithCustomArgument($"-video_track_timescale {timescale} -movie_timescale {timescale}").ForceFormat("mp4");
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
