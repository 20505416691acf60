using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>Reads an argument that is no formula: a name, or words.</summary>
internal static class RawReader
{
    /// <summary>Everything up to the closing brace as it is written; null, reported, where no brace opens here.</summary>
    /// <param name="of">Whose argument it is, as the author wrote it.</param>
    public static string? Read(FormulaParser parser, string of)
    {
        var cursor = parser.Cursor;
        cursor.SkipSpace();
        var column = cursor.Column;
        if (!cursor.TrySkip('{'))
        {
            parser.Report(column, $"{of} misses an argument", "write it in braces: {…}");
            return null;
        }
        var text = new StringBuilder();
        for (var depth = 1; !cursor.AtEnd;)
        {
            if (cursor.Next == '\\') SkipEscape(parser, of);
            else if (cursor.Next == '{') depth++;
            else if (cursor.Next == '}' && --depth == 0)
            {
                cursor.Skip();
                return text.ToString();
            }
            text.Append(cursor.Next);
            cursor.Skip();
        }
        parser.Report(column, "this '{' is never closed", "add '}'");
        return text.ToString();
    }

    /// <summary>Passes the backslash of an escaped sign, such as \} or \%; reports that of a command.</summary>
    static void SkipEscape(FormulaParser parser, string of)
    {
        if (parser.Cursor.PeekCommand() is [var escaped] && !char.IsAsciiLetter(escaped)) parser.Cursor.Skip();
        else parser.Report(parser.Cursor.Column, $"no command can stand inside {of}{{…}}", "close the brace before it");
    }
}
