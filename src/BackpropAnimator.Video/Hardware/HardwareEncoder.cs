using System.Collections.Immutable;
using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Encoder;

namespace BackpropAnimator.Video;

/// <summary>
/// A part of the machine that encodes instead of the processor: faster, and into larger files of the same quality. Everything that is
/// particular to one is in its record beside this one.
/// </summary>
[Catalog]
public abstract partial record HardwareEncoder
{
    private protected HardwareEncoder()
    {
    }

    /// <summary>Every one in the order of the documentation.</summary>
    public static partial ImmutableArray<HardwareEncoder> All { get; }

    /// <summary>The word for it on the command line and in the names of FFmpeg's encoders, such as <c>nvenc</c>.</summary>
    public abstract string Name { get; }

    /// <summary>How it is written in a sentence, such as NVENC.</summary>
    public abstract string Title { get; }

    /// <summary>What a machine must have, in a few words.</summary>
    public abstract string Needs { get; }

    /// <summary>What it encodes. Which of that a machine does depends on its age; FFmpeg tells when it is tried.</summary>
    public abstract ImmutableArray<Codec> Codecs { get; }

    /// <summary>Whether it trades time for size, by <see cref="VideoSettings.Preset"/>.</summary>
    public virtual bool HasPresets => true;

    /// <summary>How many videos are encoded at a time unless a number is asked for: drivers refuse more than a few.</summary>
    internal virtual int MostJobs => 3;

    /// <summary>Options that come before the codec's name.</summary>
    private protected virtual string DeviceArguments => "";

    /// <summary>The layout of the pictures that it takes, as FFmpeg's option.</summary>
    private protected virtual string PixelArguments => "-pix_fmt yuv420p";

    /// <summary>What keeps the quality the same, for a rate factor as x264 has it.</summary>
    private protected abstract string QualityArguments(Codec codec, VideoSettings settings);

    /// <summary>FFmpeg's name for its encoder of a codec that it has.</summary>
    public string EncoderOf(Codec codec) => $"{codec.NameInHardware}_{Name}";

    /// <summary>The one of that name; null for an unknown one.</summary>
    public static HardwareEncoder? Named(string? name) => All.FirstOrDefault(encoder => encoder.Name == name);

    /// <summary>Why a kind of video is none for it, and what is; null where it is one.</summary>
    public string? ProblemOf(VideoKind kind)
    {
        if (kind.Transparent) return $"{Name} makes no transparent video";
        if (Codecs.Contains(kind.Codec)) return null;
        return $"{Name} does not encode {kind.Codec}; it encodes {Enumeration.Of(Codecs.Select(codec => codec.Name), "and")}";
    }

    /// <summary>FFmpeg's options, from the device to the colours.</summary>
    internal string Arguments(VideoSettings settings, FrameRate rate)
    {
        var codec = settings.Kind.Codec;
        // Frames are stored in the order that they are shown in, which every chip can, and every chunk begins with a keyframe.
        return string.Join(' ', new[]
        {
            DeviceArguments, $"-c:v {EncoderOf(codec)}", PixelArguments, codec.HardwareArguments, QualityArguments(codec, settings),
            $"-bf 0 -g {EncoderArguments.LongestGroup(rate)}", EncoderArguments.Bt709,
        }.Where(part => part.Length > 0));
    }

    /// <summary>The name.</summary>
    public sealed override string ToString() => Name;

    // Codecs of two generations count their quantizers in two ways: to 51, and to 63 or four times as far.
    private protected static bool CountsTo51(Codec codec) => codec is H264 or H265;
}
