using System.Text;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Video.Encoder;

/// <summary>Tags and chapters in the text form that FFmpeg reads (https://ffmpeg.org/ffmpeg-formats.html#Metadata-1).</summary>
internal static class Metadata
{
    /// <param name="frameCount">Where the last chapter ends.</param>
    public static string Write(VideoSettings settings, FrameRate rate, int frameCount)
    {
        var text = new StringBuilder(";FFMETADATA1\n");
        if (settings.Title.Length > 0) text.Append($"title={Escape(settings.Title)}\n");
        if (settings.Description.Length > 0)
            text.Append($"{settings.Kind.Format.DescriptionTag}={Escape(settings.Description)}\n");

        var chapters = settings.Chapters;
        for (var i = 0; i < chapters.Length; i++)
        {
            var end = i + 1 < chapters.Length ? chapters[i + 1].FirstFrame : frameCount;
            // Counted in frames, so that a chapter starts exactly with its first.
            text.Append($"[CHAPTER]\nTIMEBASE={rate.Denominator}/{rate.Numerator}\n");
            text.Append($"START={chapters[i].FirstFrame}\nEND={end}\ntitle={Escape(chapters[i].Title)}\n");
        }
        return text.ToString();
    }

    static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var letter in value)
            escaped.Append(letter is '=' or ';' or '#' or '\\' or '\n' or '\r' ? $"\\{letter}" : letter);
        // FFmpeg joins the next line to one that ends with a backslash, even with the second one of an escaped backslash. So something
        // else ends the line: a zero, which in C ends the value.
        if (value.EndsWith('\\')) escaped.Append('\0');
        return escaped.ToString();
    }
}
