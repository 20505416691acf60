using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BackpropAnimator.Video.Subtitles;

/// <summary>Subtitles as the files that players read.</summary>
internal static partial class SubtitleText
{
    /// <summary>SubRip: numbered screens, a line of times, and the text.</summary>
    public static string SubRip(ImmutableArray<SubtitleScreen> screens)
    {
        var text = new StringBuilder();
        for (var i = 0; i < screens.Length; i++)
            text.Append($"{i + 1}\n{Time(screens[i].Start, ',')} --> {Time(screens[i].End, ',')}\n{Lines(screens[i], WithoutTags)}\n\n");
        return text.ToString();
    }

    /// <summary>WebVTT (https://www.w3.org/TR/webvtt1/).</summary>
    public static string WebVtt(ImmutableArray<SubtitleScreen> screens)
    {
        var text = new StringBuilder("WEBVTT\n\n");
        foreach (var screen in screens)
            text.Append($"{Time(screen.Start, '.')} --> {Time(screen.End, '.')}\n{Lines(screen, WithEntities)}\n\n");
        return text.ToString();
    }

    static string Lines(SubtitleScreen screen, Func<string, string> escape) => string.Join('\n', screen.Lines.Select(escape));

    static string Time(double seconds, char point) =>
        string.Create(CultureInfo.InvariantCulture, $"{Milliseconds(seconds):hh\\:mm\\:ss}{point}{Milliseconds(seconds):fff}");

    static TimeSpan Milliseconds(double seconds) => TimeSpan.FromMilliseconds(Math.Round(seconds * 1000));

    static string WithEntities(string line) => line.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    // SubRip has no way to write what would be a tag, or a line break of FFmpeg's own; an invisible letter keeps it from being one.
    static string WithoutTags(string line) => Tag().Replace(line, "$0\u2060");

    [GeneratedRegex(@"[<{](?=[\p{L}/\\])|\\(?=[nNh{}])")]
    private static partial Regex Tag();
}
