using System.ComponentModel;

namespace BackpropAnimator.Script;

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
