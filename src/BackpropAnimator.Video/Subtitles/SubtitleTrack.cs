namespace BackpropAnimator.Video;

/// <summary>How subtitles are written in a video.</summary>
/// <param name="Arguments">FFmpeg's options, from the codec's name on, for what is read from WebVTT.</param>
internal sealed record SubtitleTrack(string Arguments)
{
    /// <summary>The text of MP4 and MOV (3GPP TS 26.245).</summary>
    public static SubtitleTrack MovText { get; } = new("-c:s mov_text");

    // Players show a track by default unless they are told not to.
    public static SubtitleTrack WebVtt { get; } = new("-c:s copy -default_mode infer_no_subs");
}
