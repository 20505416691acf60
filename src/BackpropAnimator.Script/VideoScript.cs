using System.ComponentModel;
using System.Globalization;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Script;

/// <summary>The picture's size and rate, and the encoder's quality.</summary>
public sealed record VideoScript : ScriptElement
{
    [Description("Width and height in pixels; most videos want them even, pictures do not.")]
    [ShortForm]
    public FrameSize Size { get; init; } = new(1920, 1080);

    [Description("Frames per second, exact: 29.97 is 30000/1001, as television has it.")]
    public FrameRate Fps { get; init; } = new(60);

    [Description("Constant rate factor: lower is better and larger. Left out, what suits the codec.")]
    [Limits(0, 63)]
    public int? Crf { get; init; }

    [Description("How long the encoder may think. Left out, what suits the codec.")]
    public EncoderPreset? Preset { get; init; }
}

/// <summary>How long the encoder may think, in x264's words: slower makes smaller files of the same quality.</summary>
public enum EncoderPreset
{
    [Description("the quickest, with the largest file")]
    Ultrafast,
    Superfast,
    Veryfast,
    Faster,
    Fast,
    Medium,
    Slow,
    Slower,
    [Description("the slowest, with the smallest file")]
    Veryslow,
}

/// <summary>The size of a picture in pixels, written <c>1920x1080</c>.</summary>
public readonly record struct FrameSize(int Width, int Height)
{
    /// <summary>The smallest side that a scene may ask for.</summary>
    public const int MinSide = 16;

    /// <summary>The largest side that a scene may ask for: what H.264 level 6.2 and common players take.</summary>
    public const int MaxSide = 8192;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}");
}
