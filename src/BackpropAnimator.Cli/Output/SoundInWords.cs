using System.Globalization;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Output;

/// <summary>What became of a video's sound and subtitles.</summary>
internal static class SoundInWords
{
    /// <summary>As what follows on a summary; empty for a silent video without subtitles.</summary>
    public static string Of(RenderReport report)
    {
        var text = report.Sound is { } sound ? $", sound: {Of(sound)}"
            : report.LacksSound ? ", without its sound: the format has none"
            : "";
        var files = report.SubtitleFiles.Select(Path.GetFileName);
        return report.SubtitleFiles.IsEmpty ? text : $"{text}, subtitles: {string.Join(" and ", files)}";
    }

    /// <summary>Such as "AAC at −16.0 LUFS", or "AAC from the cache".</summary>
    public static string Of(SoundReport sound) => sound switch
    {
        { Reused: true } => $"{sound.Codec} from the cache",
        { Loudness: { } loudness } => string.Create(CultureInfo.InvariantCulture, $"{sound.Codec} at {loudness:0.0} LUFS"),
        _ => sound.Codec,
    };
}
