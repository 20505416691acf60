namespace BackpropAnimator.Script.Editing;

/// <summary>Where the lines of a text begin and end. A line ends with \n, before which a \r may be.</summary>
internal static class Lines
{
    /// <summary>The first character of the line that a character is in.</summary>
    public static int Start(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    /// <summary>The end of the line that a character is in, before its line break.</summary>
    public static int ContentEnd(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        if (end < 0) return text.Length;
        return end > at && text[end - 1] == '\r' ? end - 1 : end;
    }

    /// <summary>The first character of the line after the one that a character is in; the text's end where there is none.</summary>
    public static int Next(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end + 1;
    }

    /// <summary>How far a character is from the start of its line.</summary>
    public static int Column(string text, int at) => at - Start(text, at);

    /// <summary>Whether nothing but blanks stands before a character on its line.</summary>
    public static bool IsFirst(string text, int at) => string.IsNullOrWhiteSpace(text[Start(text, at)..at]);

    /// <summary>How the lines of a text end.</summary>
    public static string Break(string text) => text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>The place of a character, line and column counted from 1.</summary>
    public static SourcePosition Position(string file, string text, int at) =>
        new(file, text.AsSpan(0, at).Count('\n') + 1, Column(text, at) + 1);
}
