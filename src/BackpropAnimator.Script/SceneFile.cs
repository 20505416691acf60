using System.Text;
using BackpropAnimator.Files;
using BackpropAnimator.Script.Data;
using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Script;

/// <summary>Takes in a scene's text, within bounds whatever the path leads to.</summary>
internal static class SceneFile
{
    /// <summary>A long lesson with its weights written out is under 100 KiB.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>The file's text; null when it cannot be had, which is then reported.</summary>
    public static string? Read(string path, DiagnosticBag problems)
    {
        if (Directory.Exists(path))
        {
            problems.Error(SourcePosition.Whole(path), "this is a folder", "name the scene's file");
            return null;
        }
        return Read(() => BoundedFile.ReadText(path, MaxBytes), path, problems);
    }

    /// <summary>The text of a stream; null when it cannot be had, which is then reported.</summary>
    /// <param name="file">What diagnostics call it.</param>
    public static string? Read(Stream stream, string file, DiagnosticBag problems) =>
        Read(() => BoundedFile.ReadText(stream, MaxBytes), file, problems);

    static string? Read(Func<string> read, string file, DiagnosticBag problems)
    {
        try
        {
            return Accept(read(), file, problems);
        }
        catch (Exception e) when (BoundedFile.InWords(e, MaxBytes) is { } words)
        {
            var hint = e switch
            {
                InvalidDataException => TooLongHint,
                IrregularFileException => "save it to a file, or send a single scene through standard input, which is called -",
                DecoderFallbackException => "save the file as UTF-8",
                _ => null,
            };
            problems.Error(SourcePosition.Whole(file), words, hint);
            return null;
        }
    }

    /// <summary>
    /// The text without its byte order mark; null when it is too long or has
    /// control characters, at the first of which a YAML reader would stop.
    /// </summary>
    public static string? Accept(string text, string file, DiagnosticBag problems)
    {
        if (text.Length > MaxBytes)
        {
            problems.Error(SourcePosition.Whole(file), $"the scene is longer than {MaxBytes >> 20} MiB", TooLongHint);
            return null;
        }
        var (line, column) = (1, 0);
        foreach (var c in text)
        {
            column++;
            if (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\u0085'))
            {
                problems.Error(new(file, line, column), $"control character U+{(int)c:X4}", "is this a text file?");
                return null;
            }
            if (c == '\n') (line, column) = (line + 1, 0);
        }
        return text.TrimStart('\uFEFF');
    }

    const string TooLongHint = "a scene holds the lesson; large data goes into a CSV file beside it";
}
