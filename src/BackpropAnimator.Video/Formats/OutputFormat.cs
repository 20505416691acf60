using System.Collections.Immutable;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Video;

/// <summary>
/// A kind of video file. Everything that is particular to one is in its record beside this one: the command line, batches,
/// <c>backprop doctor</c> and docs/formats.md read <see cref="All"/>, so a new format is a new file and nothing else.
/// </summary>
[Catalog]
public abstract partial record OutputFormat
{
    private protected OutputFormat()
    {
    }

    /// <summary>Every format in the order of the documentation, the default one first.</summary>
    public static partial ImmutableArray<OutputFormat> All { get; }

    /// <summary>The word for it on the command line, such as <c>webm</c>.</summary>
    public abstract string Name { get; }

    /// <summary>How it is written in a sentence, such as WebM.</summary>
    public abstract string Title { get; }

    /// <summary>What it is good for, in a few words.</summary>
    public abstract string Description { get; }

    /// <summary>What the names of its files end in, with the dot; the usual one first.</summary>
    public abstract ImmutableArray<string> Extensions { get; }

    /// <summary>The usual extension, with the dot.</summary>
    public string Extension => Extensions[0];

    /// <summary>The codecs that go into it, the one it has unless another is asked for first.</summary>
    public abstract ImmutableArray<Codec> Codecs { get; }

    /// <summary>Whether it has a place for the alpha channel of a codec that has one.</summary>
    public virtual bool HoldsAlpha => true;

    /// <summary>The codecs that make a transparent video of it.</summary>
    public ImmutableArray<Codec> TransparentCodecs => HoldsAlpha ? [.. Codecs.Where(codec => codec.Alpha != Alpha.None)] : [];

    /// <summary>Whether the title, the description and the chapters are in the file: they are added when chunks are joined.</summary>
    public bool HasChapters => Codecs.All(codec => codec.Joins);

    /// <summary>How what is heard is compressed in it; null where there is no place for sound.</summary>
    public virtual SoundCodec? Sound => null;

    /// <summary>Whether there is a place for subtitles.</summary>
    public bool HasSubtitles => Subtitles is not null;

    /// <summary>How what is read is written in it; null where there is no place for subtitles.</summary>
    internal virtual SubtitleTrack? Subtitles => null;

    /// <summary>The tag that FFmpeg writes the description as.</summary>
    internal virtual string DescriptionTag => "description";

    /// <summary>What browsers call it, such as <c>video/mp4</c>; null for what they do not play.</summary>
    public virtual string? BrowsersType => null;

    /// <summary>The most frames a second that it can show; null where any rate goes.</summary>
    public virtual int? HighestRate => null;

    /// <summary>Ticks a second of its clock, the nearest of which each frame is at; null where frames are exactly at their times.</summary>
    public virtual int? TicksPerSecond => null;

    /// <summary>
    /// Whether equal frames that follow one another become one that lasts longer, so that a finished file has fewer. A file with a single
    /// one is a still, which lasts for ever.
    /// </summary>
    internal virtual bool MergesEqualFrames => false;

    /// <summary>FFmpeg's options for a finished file, and for where its frames are in time.</summary>
    internal abstract string FileArguments(FrameRate rate, int frameCount);

    /// <summary>How many frames a finished file has and how long they last, as its index says; null where FFmpeg has to count.</summary>
    /// <exception cref="RenderException">It has no index, or no video in it.</exception>
    internal virtual (int Frames, double Seconds)? Measure(FileStream file) => null;

    /// <summary>Changes in a finished file what FFmpeg cannot be told.</summary>
    internal virtual void Finish(FileStream file)
    {
    }

    /// <summary>The format of that name; null for an unknown one.</summary>
    public static OutputFormat? Named(string? name) => All.FirstOrDefault(format => format.Name == name);

    /// <summary>The format that a file's name ends in; null if it ends in none.</summary>
    public static OutputFormat? OfFile(string file) =>
        All.FirstOrDefault(format => format.Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase));

    /// <summary>The name.</summary>
    public sealed override string ToString() => Name;

    /// <summary>The tick nearest to a frame's time.</summary>
    private protected static long NearestTick(int frame, int ticksPerSecond, FrameRate rate) =>
        (long)Math.Round((double)frame * ticksPerSecond * rate.Denominator / rate.Numerator, MidpointRounding.AwayFromZero);
}
