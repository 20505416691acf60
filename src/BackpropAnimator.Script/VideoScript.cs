using System.ComponentModel;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Script;

/// <summary>The picture's size and rate, and the encoder's quality.</summary>
public sealed record VideoScript : ScriptElement
{
    [Description("Width and height in pixels, both even.")]
    [ShortForm]
    public FrameSize Size { get; init; } = new(1920, 1080);

    [Description("Frames per second, exact: 30000/1001 stays 30000/1001.")]
    public FrameRate Fps { get; init; } = new(60);

    [Description("Constant rate factor: lower is better and larger. Left out, what suits the codec.")]
    [Limits(0, 63)]
    public int? Crf { get; init; }

    [Description("How long the encoder may think. Left out, what suits the codec.")]
    public EncoderPreset? Preset { get; init; }
}
