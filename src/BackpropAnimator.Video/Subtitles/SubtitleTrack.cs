using System.Collections.Immutable;
using BackpropAnimator.Video.Subtitles;

namespace BackpropAnimator.Video;

/// <summary>How subtitles are written in a video.</summary>
/// <param name="Input">FFmpeg's options for reading the text.</param>
/// <param name="Output">Its options for writing them, from the codec's name on.</param>
/// <param name="Text">The text that it reads.</param>
internal sealed record SubtitleTrack(string Input, string Output, Func<ImmutableArray<SubtitleScreen>, string> Text)
{
    /// <summary>The text of MP4 and MOV (3GPP TS 26.245).</summary>
    public static SubtitleTrack MovText { get; } = new("-f srt", "-c:s mov_text -disposition:s 0", SubtitleText.SubRip);

    // Players show a track by default unless they are told not to.
    public static SubtitleTrack WebVtt { get; } =
        new("-f webvtt", "-c:s copy -disposition:s 0 -default_mode infer_no_subs", SubtitleText.WebVtt);
}
