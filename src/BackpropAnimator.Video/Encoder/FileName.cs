using System.Text;

namespace BackpropAnimator.Video.Encoder;

/// <summary>Names of files in FFmpeg's command line, which FFMpegCore passes on as one text with each name between quotes.</summary>
internal static class FileName
{
    /// <summary>A name that FFmpeg takes for a file's, whatever is in it: never for a URL, an option or a pattern.</summary>
    public static string Quoted(string path) => Escaped("file:" + path);

    // A quote within quotes has a backslash before it, and backslashes count only where a quote follows
    // (https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments, which .NET follows on every system).
    static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        var backslashes = 0;
        foreach (var letter in text)
        {
            if (letter == '"') escaped.Append('\\', backslashes + 1);
            backslashes = letter == '\\' ? backslashes + 1 : 0;
            escaped.Append(letter);
        }
        return escaped.Append('\\', backslashes).ToString();
    }
}
