using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Video;

/// <summary>
/// How a video is encoded, and what it says about itself. By default it is H.264 in MP4: High profile, 8-bit 4:2:0, BT.709.
/// </summary>
public sealed record VideoSettings
{
    /// <summary>The largest <see cref="Crf"/>.</summary>
    public const int CoarsestCrf = 51;

    /// <summary>The format, the codec, and whether there is a ground.</summary>
    public VideoKind Kind { get; init; } = VideoKind.Default;

    /// <summary>
    /// What lies behind a transparent picture as far as its format needs something there: where a pixel is there or not, one that is
    /// there in part shows this through.
    /// </summary>
    public SKColor Matte { get; init; } = SKColors.Black;

    /// <summary>What encodes instead of the processor; null for none.</summary>
    public HardwareEncoder? Hardware { get; init; }

    /// <summary>FFmpeg's name for the encoder.</summary>
    public string Encoder => Hardware?.EncoderOf(Kind.Codec) ?? Kind.Codec.Encoder;

    /// <summary>Width and height in pixels; both even where <see cref="Codec.WantsEvenSides"/>.</summary>
    public required SKSizeI Size { get; init; }

    /// <summary>How long the encoder may think, in x264's words; other encoders take their nearest.</summary>
    public X264Preset Preset { get; init; } = X264Preset.Veryfast;

    /// <summary>Of x264 alone.</summary>
    public X264Tune Tune { get; init; } = X264Tune.Lesson;

    /// <summary>
    /// x264's constant rate factor, from 0 to 51; 18 looks the same as the original to most eyes. 0 is lossless, in a profile of H.264
    /// that few players know. Other encoders are given what looks the same on their own scales.
    /// </summary>
    public int Crf { get; init; } = 16;

    /// <summary>The <c>title</c> tag; none if empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>The <c>description</c> tag; none if empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>In the order of their first frames; none at all is fine.</summary>
    public ImmutableArray<Chapter> Chapters { get; init; } = [];

    /// <summary>What is heard and read with the pictures; null for nothing.</summary>
    public Accompaniment? Accompaniment { get; init; }

    /// <summary>The same video in half the encoder's time and twice the space.</summary>
    public VideoSettings AsDraft() => this with { Preset = X264Preset.Ultrafast, Tune = X264Tune.Animation, Crf = 22 };
}

/// <summary>A part of the video that players list and jump to. It ends where the next one starts.</summary>
/// <param name="FirstFrame">Its first frame, from 0.</param>
public sealed record Chapter(string Title, int FirstFrame);

/// <summary>x264's presets, from fast and large to slow and small.</summary>
public enum X264Preset
{
    Ultrafast,
    Superfast,
    Veryfast,
    Faster,
    Fast,
    Medium,
    Slow,
    Slower,
    Veryslow,
}

/// <summary>What x264 tunes its decisions to.</summary>
public enum X264Tune
{
    /// <summary>Our own: still backgrounds with faint dark gradients, on which small bright things move.</summary>
    Lesson,

    /// <summary>No tuning.</summary>
    None,

    /// <summary>Flat areas and sharp edges.</summary>
    Animation,

    /// <summary>Each picture on its own, with little motion.</summary>
    Stillimage,

    /// <summary>Simple decoders: no loop filter, no CABAC.</summary>
    Fastdecode,
}
