using System.Collections.Immutable;
using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Chunks;
using BackpropAnimator.Video.Pixels;

namespace BackpropAnimator.Video;

/// <summary>
/// How a video's pictures are compressed: one of FFmpeg's encoders, what it takes, and how it is told what we want. A codec that only one
/// format has is in the file of that format.
/// </summary>
public abstract record Codec
{
    // A stream's bits depend on the number of threads. One takes the least
    // processor time; several chunks at a time keep all processors busy.
    private protected const string OneThread = "-threads 1";

    private protected Codec()
    {
    }

    /// <summary>Every codec of some format, in the order of the formats.</summary>
    public static ImmutableArray<Codec> All { get; } = [.. OutputFormat.All.SelectMany(format => format.Codecs).Distinct()];

    /// <summary>Those that are chosen by their names. The others are told by the format of the same name, which has no other.</summary>
    public static ImmutableArray<Codec> Choices { get; } = [.. All.Where(codec => OutputFormat.Named(codec.Name) is null)];

    /// <summary>The word for it on the command line, such as <c>h264</c>.</summary>
    public abstract string Name { get; }

    /// <summary>How it is written in a sentence, such as H.264.</summary>
    public abstract string Title { get; }

    /// <summary>What it is good for, in a few words.</summary>
    public abstract string Description { get; }

    /// <summary>FFmpeg's name for the encoder.</summary>
    public abstract string Encoder { get; }

    /// <summary>How transparent its pictures can be.</summary>
    public virtual Alpha Alpha => Alpha.None;

    /// <summary>
    /// Whether the encoder trades quality and time for size, by <see cref="VideoSettings.Crf"/> and <see cref="VideoSettings.Preset"/>.
    /// </summary>
    public abstract bool HasQuality { get; }

    /// <summary>Whether the encoder is tuned, by <see cref="VideoSettings.Tune"/>.</summary>
    public virtual bool HasTune => false;

    /// <summary>Whether every browser of recent years plays it.</summary>
    public virtual bool IsInBrowsers => false;

    /// <summary>Whether colours are stored for two pixels, or two by two, so that a picture's sides have to be even.</summary>
    public virtual bool WantsEvenSides => true;

    /// <summary>
    /// Whether streams can be put one after another without encoding again. If not, a video is encoded from beginning to end.
    /// </summary>
    public bool Joins => Chunks(transparent: false) is not null;

    /// <summary>The file that a chunk waits in until all are joined; null where streams cannot be joined.</summary>
    internal virtual ChunkContainer? Chunks(bool transparent) => ChunkContainer.Mp4;

    /// <summary>
    /// Whether its encoder may write other bits on another processor, so that chunks of both are not joined. Where it does not, a test has
    /// it encode with and without the processor's vectors.
    /// </summary>
    internal virtual bool HeedsProcessor => true;

    /// <summary>Whether every FFmpeg has the encoder, so that it is not asked first.</summary>
    internal virtual bool IsInEveryFFmpeg => false;

    /// <summary>What it is called in the names of hardware's encoders, such as <c>hevc</c>.</summary>
    internal virtual string NameInHardware => Name;

    /// <summary>Options that hold for it whatever encodes it.</summary>
    internal virtual string HardwareArguments => "";

    /// <summary>How the encoder gets its pictures.</summary>
    internal virtual PixelLayout Layout(VideoSettings settings) => PixelLayout.Yuv420;

    /// <summary>
    /// Bytes of memory for each pixel of a picture that a job takes, FFmpeg's and ours: what its process had at its peak on two seconds
    /// of 1080p beyond an empty one, and our painter's surface, ground and buffers.
    /// </summary>
    internal abstract int BytesPerPixel(bool transparent);

    /// <summary>
    /// About how long a core paints, converts and encodes a million pixels of a lesson at the default preset: what shares of a render are
    /// balanced by.
    /// </summary>
    internal abstract double SecondsPerMegapixel { get; }

    /// <summary>
    /// FFmpeg's options that make a picture of the best colours from samples of the frames, which then is a second input of the encoder;
    /// null where every colour can be stored.
    /// </summary>
    internal virtual string? PaletteArguments(bool transparent) => null;

    /// <summary>FFmpeg's options, from the codec's name to the colours.</summary>
    internal abstract string Arguments(VideoSettings settings, FrameRate rate);

    /// <summary>The codec of that name; null for an unknown one.</summary>
    public static Codec? Named(string? name) => All.FirstOrDefault(codec => codec.Name == name);

    /// <summary>The name.</summary>
    public sealed override string ToString() => Name;

    /// <summary>x264's rate factors, from 0 to 51, on another encoder's scale from 0 to 63.</summary>
    internal static int OnScaleOf63(int crf) => Math.Min(63, (int)Math.Round(crf * 63.0 / VideoSettings.CoarsestCrf));
}

/// <summary>How transparent pictures can be.</summary>
public enum Alpha
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>A pixel is there or not.</summary>
    OnOrOff,

    /// <summary>A pixel may be there in part.</summary>
    Full,
}
