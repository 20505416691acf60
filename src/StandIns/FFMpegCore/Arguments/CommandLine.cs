using System.Text;

namespace FFMpegCore.Arguments;

/// <summary>Between one string of options and the list of arguments a process gets.</summary>
internal static class CommandLine
{
    /// <summary>Splits at white space; double quotes group, and a backslash in front of a double quote makes it a character.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var argument = new StringBuilder();
        var (quoted, started) = (false, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] == '"') argument.Append(text[++i]);
            else if (text[i] == '"') (quoted, started) = (!quoted, true);
            else if (quoted || !char.IsWhiteSpace(text[i])) argument.Append(text[i]);
            else if (argument.Length > 0 || started)
            {
                yield return argument.ToString();
                argument.Clear();
                started = false;
            }
        }
        if (argument.Length > 0 || started) yield return argument.ToString();
    }

    /// <summary>The arguments as one line that a reader, or a shell, can follow.</summary>
    public static string Join(IEnumerable<string> arguments) => string.Join(' ', arguments.Select(Quote));

    static string Quote(string argument) =>
        argument.Length > 0 && !argument.Any(c => char.IsWhiteSpace(c) || c is '"' or '\'' or ';' or '&' or '|' or '*' or '?' or '(' or ')' or '$')
            ? argument
            : $"\"{argument.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
