using BackpropAnimator.Typesetting;
using BackpropAnimator.Video.Chunks;
using BackpropAnimator.Video.Encoder;
using BackpropAnimator.Video.Files;
using BackpropAnimator.Video.Pump;

namespace BackpropAnimator.Video.Rendering;

/// <summary>All that the parts of one render share.</summary>
/// <param name="Jobs">How much may be done at a time.</param>
internal sealed record RenderJob(
    FrameSequence Frames, VideoSettings Settings, FontShelf Fonts, RenderOptions Options, int Jobs, FFmpeg FFmpeg,
    RequiredEncoder RequiredEncoder, ProgressTally Tally, ScratchFolder Scratch)
{
    /// <summary>FFmpeg's options from the encoder to the file that it writes: a chunk where there are chunks.</summary>
    public string EncoderArguments => Encoder.EncoderArguments.Output(Settings, Frames.Rate, Frames.Count);

    /// <summary>FFmpeg's options for the finished file.</summary>
    public string FileArguments => Settings.Kind.Format.FileArguments(Frames.Rate, Frames.Count);

    public PlanarPainter NewPainter() => new(Settings.Size, Fonts, Settings.Kind.Codec.Layout(Settings));

    /// <summary>Names what the render's pictures depend on.</summary>
    public ChunkKeys NewKeys()
    {
        var encoder = $"{VideoRenderer.DescribeEncoder(Frames, Settings)} {Settings.Matte}\n{FFmpegProgram.Identify(Options.FFmpegFolder)}";
        return new(Settings.Kind.Codec.HeedsProcessor ? $"{encoder}\n{Processor.Name}" : encoder, Fonts);
    }
}
