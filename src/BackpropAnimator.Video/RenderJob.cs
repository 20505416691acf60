using BackpropAnimator.Typesetting;
using BackpropAnimator.Video.Chunks;
using BackpropAnimator.Video.Encoder;
using BackpropAnimator.Video.Encoder.Codecs;
using BackpropAnimator.Video.Pump;

namespace BackpropAnimator.Video;

/// <summary>All that the parts of one render share.</summary>
/// <param name="Jobs">How much may be done at a time.</param>
internal sealed record RenderJob(
    FrameSequence Frames, VideoSettings Settings, FontShelf Fonts, RenderOptions Options, Codec Codec, int Jobs, FFmpeg FFmpeg,
    RequiredEncoder RequiredEncoder, ProgressTally Tally)
{
    /// <summary>The finished file's format.</summary>
    public string Container => Encoder.Container.OfVideo(Settings.Kind, Frames.Rate, Frames.Count);

    public PlanarPainter NewPainter() => new(Settings.Size, Fonts, Codec.Layout);

    /// <summary>Names what the render's pictures depend on.</summary>
    public ChunkKeys NewKeys() => new($"{VideoRenderer.DescribeEncoder(Frames, Settings)}\n{FFmpegProgram.Identify(Options.FFmpegFolder)}", Fonts);
}
