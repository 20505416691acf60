using System.Collections.Immutable;

namespace BackpropAnimator.Video;

/// <summary>A format with a codec that goes into it.</summary>
/// <param name="Transparent">Whether the pictures have an alpha channel instead of a ground.</param>
public sealed record VideoKind(VideoFormat Format, VideoCodec Codec, bool Transparent = false)
{
    // The format's own choice first.
    static readonly ImmutableSortedDictionary<VideoFormat, ImmutableArray<VideoCodec>> codecs = new Dictionary<VideoFormat, ImmutableArray<VideoCodec>>
    {
        [VideoFormat.Mp4] = [VideoCodec.H264, VideoCodec.H265, VideoCodec.Av1, VideoCodec.Vp9],
        [VideoFormat.WebM] = [VideoCodec.Vp9, VideoCodec.Av1],
        [VideoFormat.Mov] = [VideoCodec.ProRes, VideoCodec.H264, VideoCodec.H265],
        [VideoFormat.Gif] = [VideoCodec.Gif],
        [VideoFormat.Apng] = [VideoCodec.Apng],
    }.ToImmutableSortedDictionary();

    static readonly ImmutableArray<VideoKind> transparent =
        [.. new[] { (VideoFormat.WebM, VideoCodec.Vp9), (VideoFormat.Mov, VideoCodec.ProRes), (VideoFormat.Apng, VideoCodec.Apng), (VideoFormat.Gif, VideoCodec.Gif) }.Select(k => new VideoKind(k.Item1, k.Item2, true))];

    static readonly ImmutableArray<(string Extension, VideoFormat Format)> extensions =
        [(".mp4", VideoFormat.Mp4), (".webm", VideoFormat.WebM), (".mov", VideoFormat.Mov), (".gif", VideoFormat.Gif), (".apng", VideoFormat.Apng), (".m4v", VideoFormat.Mp4), (".png", VideoFormat.Apng)];

    /// <summary>What every player shows: H.264 in MP4.</summary>
    public static VideoKind Default { get; } = new(VideoFormat.Mp4, VideoCodec.H264);

    /// <summary>The most frames a second that the format holds; null where any rate goes.</summary>
    /// <remarks>GIF counts hundredths of a second, and browsers show a frame of one hundredth for ten.</remarks>
    public int? HighestRate => Format == VideoFormat.Gif ? 50 : null;

    /// <summary>Whether the encoder trades quality for size, by <see cref="VideoSettings.Crf"/>.</summary>
    public bool HasQuality => Codec is VideoCodec.H264 or VideoCodec.H265 or VideoCodec.Av1 or VideoCodec.Vp9;

    /// <summary>Whether the encoder trades time for size, by <see cref="VideoSettings.Preset"/>.</summary>
    public bool HasPresets => HasQuality;

    /// <summary>How files of the format are named, with the dot.</summary>
    public string Extension => extensions.First(e => e.Format == Format).Extension;

    /// <summary>Finds the kind of video that a name and some wishes ask for.</summary>
    /// <param name="file">The file's name, whose extension tells the format; null if there is none yet.</param>
    /// <param name="format">The format, if it is named beside the file.</param>
    /// <param name="codec">The codec; null for what suits the format.</param>
    /// <returns>The kind; or what is wrong, and what would work.</returns>
    public static (VideoKind? Kind, string Problem) Choose(string? file, VideoFormat? format, VideoCodec? codec, bool isTransparent)
    {
        var named = file is null ? null : FormatOf(file);
        if (file is not null && format is null && named is null)
            return (null, $"the name '{Path.GetFileName(file)}' does not tell the format; let it end in {Words(extensions.Take(codecs.Count).Select(e => e.Extension))}, or say --format");
        if (format is { } wanted && named is { } other && wanted != other)
            return (null, $"the name '{Path.GetFileName(file)}' is that of {Name(other)}, not of {Name(wanted)}; let it end in {new VideoKind(wanted, codecs[wanted][0]).Extension}, or leave --format out");

        if (isTransparent) return ChooseTransparent(format ?? named, codec);
        var chosen = format ?? named ?? HomeOf(codec);
        if (codec is { } c && !codecs[chosen].Contains(c))
            return (null, $"{Name(c)} does not go into {Name(chosen)}; {Name(chosen)} takes {Words(codecs[chosen].Select(Name))}, and {Name(c)} goes into {Words(codecs.Where(f => f.Value.Contains(c)).Select(f => Name(f.Key)))}");
        return (new(chosen, codec ?? codecs[chosen][0]), "");
    }

    static (VideoKind?, string) ChooseTransparent(VideoFormat? format, VideoCodec? codec)
    {
        // Web pages are where most transparent videos go.
        if (transparent.FirstOrDefault(k => (format is null || k.Format == format) && (codec is null || k.Codec == codec)) is { } kind) return (kind, "");
        var asked = string.Join(" in ", new[] { codec is { } c ? Name(c) : null, format is { } f ? Name(f) : null }.OfType<string>());
        return (null, $"{asked} cannot be transparent; {Words(transparent.Select(k => k.Codec.ToString() == k.Format.ToString() ? Name(k.Format) : $"{Name(k.Format)} with {Name(k.Codec)}"))} can");
    }

    static VideoFormat? FormatOf(string file)
    {
        var extension = Path.GetExtension(file);
        foreach (var known in extensions)
            if (known.Extension.Equals(extension, StringComparison.OrdinalIgnoreCase)) return known.Format;
        return null;
    }

    static VideoFormat HomeOf(VideoCodec? codec) => codec switch
    {
        VideoCodec.Vp9 => VideoFormat.WebM,
        VideoCodec.ProRes => VideoFormat.Mov,
        VideoCodec.Gif => VideoFormat.Gif,
        VideoCodec.Apng => VideoFormat.Apng,
        _ => VideoFormat.Mp4,
    };

    static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    // mp4, webm or mov
    static string Words(IEnumerable<string> names) => names.ToArray() is [.. var first, var last] && first.Length > 0 ? $"{string.Join(", ", first)} or {last}" : names.First();
}
