using BackpropAnimator.Script.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BackpropAnimator.Script.Yaml;

/// <summary>Puts what the YAML parser stumbled over into words, at the place where an author would look.</summary>
internal static class SyntaxError
{
    /// <param name="text">The document.</param>
    /// <param name="error">The parser's own exception; null when it failed in another way.</param>
    /// <param name="last">The last thing that the parser understood.</param>
    /// <param name="place">The place of a mark.</param>
    /// <param name="problems">Takes the diagnostic.</param>
    public static void Report(
        string text, YamlException? error, ParsingEvent? last, Func<Mark, SourcePosition> place, DiagnosticBag problems)
    {
        if (TabIndent(text) is { } tab)
            problems.Error(place(tab), "a tab in the indentation", "YAML indents with spaces only");
        else if (error is null)
            problems.Error(
                place(last?.Start ?? default), "not valid YAML: what starts here has no proper end",
                "is a bracket, a brace or a quote left open?");
        else
            problems.Error(place(error.Start), $"not valid YAML: {InWords(error)}", HintFor(error, text));
    }

    static string InWords(YamlException error)
    {
        var words = error.Message.ReplaceLineEndings(" ").TrimEnd('.');
        return words.Length == 0 ? "unreadable" : char.ToLowerInvariant(words[0]) + words[1..];
    }

    static string? HintFor(YamlException error, string text) => error.Message switch
    {
        var m when m.Contains("escape character") || m.Contains("hexadecimal") => Escapes.Remedy(EscapeAt(error, text)),
        var m when m.Contains("invalid mapping") => "text with ': ' in it needs quotes; or is the line indented too far?",
        var m when m.Contains("flow") => "is a bracket left open? Between brackets, text with [ ] { } or , in it needs quotes",
        var m when m.Contains("cannot start any token") => "text that starts with a sign such as @, ` or % needs quotes",
        var m when m.Contains("end of stream") => "is a quote left open?",
        var m when m.Contains("block") || m.Contains("simple key") =>
            "do this line and the one before it start in the column that they should?",
        _ => null,
    };

    // The parser stops at the escape's backslash, or at the digits that it misses after it.
    static string EscapeAt(YamlException error, string text)
    {
        var backslash = text.LastIndexOf('\\', (int)Math.Min(error.End.Index, text.Length - 1));
        return backslash < 0 ? "" : Escapes.In(text[backslash..]).FirstOrDefault("");
    }

    static Mark? TabIndent(string text)
    {
        var line = 1;
        foreach (var content in text.EnumerateLines())
        {
            var indent = content[..^content.TrimStart(" \t").Length];
            if (indent.IndexOf('\t') is >= 0 and var tab && indent.Length < content.Length && content[indent.Length] != '#')
                return new Mark(0, line, tab + 1);
            line++;
        }
        return null;
    }
}
