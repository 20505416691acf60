using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Chunks;

namespace BackpropAnimator.Video;

/// <summary>
/// A file of boxes (ISO/IEC 14496-12), whose track counts time in a fraction of a frame: frame k is at k / rate to the tick.
/// </summary>
public abstract record IsoFormat : OutputFormat
{
    // As FFmpeg would choose by itself: players know such clocks.
    const int LowestTimescale = 10_000;

    private protected IsoFormat()
    {
    }

    public sealed override SoundCodec? Sound => SoundCodec.Aac;

    internal sealed override SubtitleTrack? Subtitles => SubtitleTrack.MovText;

    /// <summary>FFmpeg's options for the file alone: frames are at the times that they have when FFmpeg gets them.</summary>
    /// <param name="muxer">FFmpeg's name for the format.</param>
    internal static string ContainerArguments(string muxer, FrameRate rate) =>
        $"-video_track_timescale {Timescale(rate)} -movie_timescale {Timescale(rate)} -f {muxer}";

    /// <summary>Ticks a second: a multiple of the rate's numerator, so that a frame lasts a whole number of ticks.</summary>
    internal static int Timescale(FrameRate rate)
    {
        var timescale = rate.Numerator;
        while (timescale < LowestTimescale) timescale *= 2;
        return timescale;
    }

    // The index comes first, so that playing starts before everything is there.
    internal sealed override string FileArguments(FrameRate rate, int frameCount) =>
        $"{ExactTimes(rate)} {ContainerArguments(Name, rate)} -movflags faststart";

    internal sealed override (int Frames, double Seconds)? Measure(FileStream file) => Mp4Index.Read(file) is { } index
        ? (index.Frames, index.Seconds)
        : throw new RenderException($"FFmpeg wrote a file without video: {file.Name}.");

    internal sealed override void Finish(FileStream file) => Mp4Index.DisableText(file);

    // Puts every timestamp on a whole number of frames: joining counts in microseconds, which few frame rates divide.
    static string ExactTimes(FrameRate rate)
    {
        var frame = Timescale(rate) / rate.Numerator * rate.Denominator;
        return $"-bsf:v setts=pts=round(PTS/{frame})*{frame}:dts=round(DTS/{frame})*{frame}";
    }
}
