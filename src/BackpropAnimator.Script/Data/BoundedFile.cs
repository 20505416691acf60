using System.Text;

namespace BackpropAnimator.Script.Data;

/// <summary>Reads text files that a stranger may have named, and says in words why one cannot be read.</summary>
internal static class BoundedFile
{
    /// <summary>The text of a UTF-8 file, without its byte order mark.</summary>
    /// <exception cref="InvalidDataException">The file is longer than <paramref name="maxBytes"/>.</exception>
    /// <exception cref="Exception">The file cannot be read: one that <see cref="InWords"/> has words for.</exception>
    public static string ReadText(string path, int maxBytes) =>
        new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(ReadBytes(path, maxBytes).Span).TrimStart('\uFEFF');

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="InvalidDataException">The file is longer than <paramref name="maxBytes"/>.</exception>
    /// <exception cref="Exception">The file cannot be read: one that <see cref="InWords"/> has words for.</exception>
    public static ReadOnlyMemory<byte> ReadBytes(string path, int maxBytes)
    {
        using var file = File.OpenRead(path);
        // Not by its length: a pipe or a device has none.
        var buffer = new byte[maxBytes + 1];
        var length = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return length <= maxBytes ? buffer.AsMemory(0, length) : throw new InvalidDataException();
    }

    /// <summary>What went wrong, as a clause; null for an exception that has nothing to do with the file.</summary>
    public static string? InWords(Exception problem, int maxBytes) => problem switch
    {
        InvalidDataException => $"the file is longer than {maxBytes >> 20} MiB",
        DecoderFallbackException e => $"this is not UTF-8 text: see byte {e.Index}",
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException e => $"the file cannot be read: {e.Message}",
        IOException or ArgumentException or NotSupportedException => $"the file cannot be read: {problem.Message}",
        _ => null,
    };
}
