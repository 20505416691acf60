namespace BackpropAnimator.Video;

/// <summary>What kind of file a video is.</summary>
public enum VideoFormat
{
    /// <summary>For every player.</summary>
    Mp4,

    /// <summary>For web pages.</summary>
    WebM,

    /// <summary>QuickTime, for editing programs.</summary>
    Mov,

    /// <summary>256 colours, at most 50 frames a second, for places that take nothing else.</summary>
    Gif,

    /// <summary>An animated PNG: lossless, and large.</summary>
    Apng,
}

/// <summary>How a video's pictures are compressed.</summary>
public enum VideoCodec
{
    H264,
    H265,
    Av1,
    Vp9,
    ProRes,

    /// <summary>The only one that GIF has.</summary>
    Gif,

    /// <summary>The only one that APNG has.</summary>
    Apng,
}
