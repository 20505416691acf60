using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Pixels;

namespace BackpropAnimator.Video.Encoder.Codecs;

/// <summary>One of FFmpeg's encoders: what it takes and how it is told what we want.</summary>
internal abstract class Codec
{
    // A stream's bits depend on the number of threads, and one wastes the least: several chunks at a time keep the processors busy.
    protected const string OneThread = "-threads 1";

    /// <summary>FFmpeg's name for it.</summary>
    public abstract string Encoder { get; }

    public virtual PixelLayout Layout => PixelLayout.Yuv420;

    /// <summary>
    /// Bytes of memory for each pixel of a picture that a job takes, FFmpeg's and ours: what its process had at its peak on two seconds
    /// of 1080p beyond an empty one, and our painter's surface, ground and buffers.
    /// </summary>
    public abstract int BytesPerPixel { get; }

    /// <summary>Whether streams can be put one after another without encoding again.</summary>
    public virtual bool Joins => true;

    /// <summary>FFmpeg's options, from the codec's name to the colours.</summary>
    public abstract string Arguments(VideoSettings settings, FrameRate rate);

    public static Codec Of(VideoKind kind) => kind switch
    {
        { Codec: VideoCodec.H264 } => new H264(),
        { Codec: VideoCodec.H265 } => new H265(),
        { Codec: VideoCodec.Av1 } => new Av1(),
        { Codec: VideoCodec.Vp9 } => new Vp9(kind.Transparent),
        { Codec: VideoCodec.ProRes } => new ProRes(kind.Transparent),
        { Codec: VideoCodec.Gif } => new Gif(kind.Transparent),
        _ => new Apng(kind.Transparent),
    };

    /// <summary>x264's rate factors, from 0 to 51, on another encoder's scale from 0 to 63.</summary>
    protected static int OnScaleOf63(int crf) => Math.Min(63, (int)Math.Round(crf * 63.0 / VideoSettings.CoarsestCrf));
}
