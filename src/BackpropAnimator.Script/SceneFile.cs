using System.Text;
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
        var at = SourcePosition.Whole(path);
        try
        {
            if (Directory.Exists(path)) return Refuse("this is a folder", "name the scene's file");
            using var file = File.OpenRead(path);
            // Not by its length: a pipe or a device has none.
            var buffer = new byte[MaxBytes + 1];
            var length = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (length > MaxBytes) return Refuse(TooLong, "a scene holds the lesson; large data goes into a CSV file beside it");
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(buffer, 0, length);
            return Accept(text, path, problems);
        }
        catch (DecoderFallbackException e)
        {
            return Refuse($"this is not UTF-8 text: see byte {e.Index}", "save the file as UTF-8");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Refuse("there is no such file", null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Refuse($"the file cannot be read: {e.Message}", null);
        }

        string? Refuse(string message, string? hint)
        {
            problems.Error(at, message, hint);
            return null;
        }
    }

    /// <summary>The text without its byte order mark; null when it is too long or has control characters, at the first of which a YAML reader would stop.</summary>
    public static string? Accept(string text, string file, DiagnosticBag problems)
    {
        if (text.Length > MaxBytes)
        {
            problems.Error(SourcePosition.Whole(file), TooLong, null);
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

    static string TooLong => $"the file is longer than {MaxBytes >> 20} MiB, the most that a scene may be";
}
