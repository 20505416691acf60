using SkiaSharp;

namespace BackpropAnimator.Video;

/// <summary>A format with a codec that goes into it.</summary>
/// <param name="Transparent">Whether the pictures have an alpha channel instead of a ground.</param>
public sealed record VideoKind(OutputFormat Format, Codec Codec, bool Transparent = false)
{
    /// <summary>What every player shows: H.264 in MP4.</summary>
    public static VideoKind Default { get; } = new(new Mp4(), new H264());

    /// <summary>The transparent kinds in words, such as <c>webm with vp9, mov with prores, apng or gif</c>.</summary>
    public static string TransparentOnes => Enumeration.Of(TransparentKinds.Select(kind =>
        kind.Codec.Name == kind.Format.Name ? kind.Format.Name : $"{kind.Format} with {kind.Codec}"));

    // Those first whose pixels may be there in part. Of these, WebM is the first: web pages are where most transparent videos go.
    static IEnumerable<VideoKind> TransparentKinds
    {
        get
        {
            VideoKind[] all =
                [.. OutputFormat.All.SelectMany(format => format.TransparentCodecs.Select(codec => new VideoKind(format, codec, true)))];
            return [.. all.Where(kind => kind.Codec.Alpha == Alpha.Full), .. all.Where(kind => kind.Codec.Alpha != Alpha.Full)];
        }
    }

    /// <summary>What is wrong with a picture's size, and what would work; null where it fits.</summary>
    public (string Problem, string Remedy)? ProblemOf(SKSizeI size)
    {
        if (!Codec.WantsEvenSides || (size.Width % 2 == 0 && size.Height % 2 == 0)) return null;
        var any = OutputFormat.All.Where(format => format.Codecs.All(codec => !codec.WantsEvenSides)).Select(format => format.Name);
        return (
            $"{Codec} stores colours for two by two pixels and takes even sides, not {size.Width}x{size.Height}",
            $"{size.Width + size.Width % 2}x{size.Height + size.Height % 2} is near; {Enumeration.Of(any, "and")} take any size, "
            + "and so do stills and frames");
    }

    /// <summary>Finds the kind of video that a name and some wishes ask for.</summary>
    /// <param name="file">The file's name, whose extension tells the format; null if there is none yet.</param>
    /// <param name="format">The format, if it is named beside the file.</param>
    /// <param name="codec">The codec; null for what suits the format.</param>
    /// <returns>The kind; or what is wrong, and what would work.</returns>
    public static (VideoKind? Kind, string Problem) Choose(string? file, OutputFormat? format, Codec? codec, bool isTransparent)
    {
        var name = Path.GetFileName(file);
        var named = file is null ? null : OutputFormat.OfFile(file);
        if (file is not null && format is null && named is null)
        {
            var extensions = Enumeration.Of(OutputFormat.All.Select(known => known.Extension));
            return (null, $"the name '{name}' does not tell the format; let it end in {extensions}, or say --format");
        }
        if (format is not null && named is not null && format != named)
        {
            var remedy = $"let it end in {format.Extension}, or leave --format out";
            return (null, $"the name '{name}' is that of {named}, not of {format}; {remedy}");
        }

        var wanted = format ?? named;
        return isTransparent ? ChooseTransparent(wanted, codec) : ChooseOpaque(wanted ?? FormatFor(codec), codec);
    }

    static (VideoKind?, string) ChooseOpaque(OutputFormat format, Codec? codec)
    {
        if (codec is null || format.Codecs.Contains(codec)) return (new(format, codec ?? format.Codecs[0]), "");
        var itsFormats = Enumeration.Of(OutputFormat.All.Where(known => known.Codecs.Contains(codec)).Select(known => known.Name));
        var itsCodecs = Enumeration.Of(format.Codecs.Select(known => known.Name));
        return (null, $"{codec} does not go into {format}; {format} takes {itsCodecs}, and {codec} goes into {itsFormats}");
    }

    static (VideoKind?, string) ChooseTransparent(OutputFormat? format, Codec? codec)
    {
        var kind = TransparentKinds.FirstOrDefault(known =>
            (format is null || known.Format == format) && (codec is null || known.Codec == codec));
        if (kind is not null) return (kind, "");
        var asked = string.Join(" in ", new[] { codec?.Name, format?.Name }.OfType<string>());
        return (null, $"{asked} cannot be transparent; {TransparentOnes} can");
    }

    // The format that chooses the codec itself, or else the first that takes it.
    static OutputFormat FormatFor(Codec? codec)
    {
        if (codec is null) return Default.Format;
        return OutputFormat.All.FirstOrDefault(format => format.Codecs[0] == codec)
            ?? OutputFormat.All.First(format => format.Codecs.Contains(codec));
    }
}
