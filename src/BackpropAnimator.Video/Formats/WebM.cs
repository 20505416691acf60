using System.Collections.Immutable;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Video;

/// <summary>WebM, the part of Matroska that browsers know (RFC 9559).</summary>
[Listed(20)]
public sealed record WebM : OutputFormat
{
    // Matroska counts milliseconds, whatever the frame rate.
    const int Milliseconds = 1000;

    public override string Name => "webm";
    public override string Title => "WebM";
    public override string Description => "for web pages";
    public override ImmutableArray<string> Extensions => [".webm"];
    public override ImmutableArray<Codec> Codecs => [new Vp9(), new Av1()];
    public override int? TicksPerSecond => Milliseconds;
    public override string? BrowsersType => "video/webm";
    public override SoundCodec? Sound => SoundCodec.Opus;

    internal override SubtitleTrack? Subtitles => SubtitleTrack.WebVtt;

    // The index comes first, so that playing starts before everything is there.
    internal override string FileArguments(FrameRate rate, int frameCount) => $"{TimesByNumber(rate)} -cues_to_front 1 -f webm";

    // No codec of WebM shows frames in another order than they are stored in.
    static string TimesByNumber(FrameRate rate)
    {
        var (over, under) = ((long)Milliseconds * rate.Denominator, rate.Numerator);
        return $"-bsf:v setts=ts=round(N*{over}/{under}):duration=round((N+1)*{over}/{under})-round(N*{over}/{under})";
    }
}
