using BackpropAnimator.Timeline;

namespace BackpropAnimator.Video.Encoder;

/// <summary>FFmpeg's options for the file around a stream, and for where its frames are in time.</summary>
internal static class Container
{
    // As FFmpeg would choose by itself: players know such clocks.
    const int LowestTimescale = 10_000;

    // Matroska counts milliseconds, whatever the frame rate.
    const int WebMTicks = 1000;

    const int GifTicks = 100;

    /// <summary>The file that a chunk waits in.</summary>
    public static string OfChunk(VideoKind kind, FrameRate rate) => ChunkFormat(kind) == VideoFormat.WebM ? "-f webm" : Iso(ChunkFormat(kind), rate);

    /// <summary>MP4 counts a chunk's frames and its time exactly, but has no place for ProRes and for VP9's alpha.</summary>
    public static VideoFormat ChunkFormat(VideoKind kind) => kind switch
    {
        { Codec: VideoCodec.ProRes } => VideoFormat.Mov,
        { Codec: VideoCodec.Vp9, Transparent: true } => VideoFormat.WebM,
        _ => VideoFormat.Mp4,
    };

    /// <summary>The finished file. Its index comes first, so that playing starts before everything is there.</summary>
    public static string OfVideo(VideoKind kind, FrameRate rate, int frameCount) => kind.Format switch
    {
        VideoFormat.WebM => $"{TimesByNumber(rate)} -cues_to_front 1 -f webm",
        VideoFormat.Gif => $"-final_delay {TickOf(frameCount, GifTicks, rate) - TickOf(frameCount - 1, GifTicks, rate)} -loop 0 -f gif",
        VideoFormat.Apng => "-plays 0 -f apng",
        _ => $"{ExactTimes(rate)} {Iso(kind.Format, rate)} -movflags faststart",
    };

    /// <summary>MP4 or QuickTime whose track counts time in a fraction of a frame, so that frame k is at k / rate to the tick.</summary>
    public static string Iso(VideoFormat format, FrameRate rate) =>
        $"-video_track_timescale {Timescale(rate)} -movie_timescale {Timescale(rate)} -f {EncoderArguments.Name(format)}";

    /// <summary>Ticks a second: a multiple of the rate's numerator, so that a frame lasts a whole number of ticks.</summary>
    public static int Timescale(FrameRate rate)
    {
        var timescale = rate.Numerator;
        while (timescale < LowestTimescale) timescale *= 2;
        return timescale;
    }

    /// <summary>The tick nearest to a frame's time.</summary>
    static long TickOf(int frame, int ticksPerSecond, FrameRate rate) => (long)Math.Round((double)frame * ticksPerSecond * rate.Denominator / rate.Numerator, MidpointRounding.AwayFromZero);

    // Puts every timestamp on a whole number of frames: joining counts in microseconds, which few frame rates divide.
    static string ExactTimes(FrameRate rate)
    {
        var frame = Timescale(rate) / rate.Numerator * rate.Denominator;
        return $"-bsf:v setts=pts=round(PTS/{frame})*{frame}:dts=round(DTS/{frame})*{frame}";
    }

    // No codec of WebM shows frames in another order than they are stored in.
    static string TimesByNumber(FrameRate rate)
    {
        var (over, under) = ((long)WebMTicks * rate.Denominator, rate.Numerator);
        return $"-bsf:v setts=ts=round(N*{over}/{under}):duration=round((N+1)*{over}/{under})-round(N*{over}/{under})";
    }
}
