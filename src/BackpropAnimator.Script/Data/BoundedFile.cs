using System.Text;
using BackpropAnimator.Files;

namespace BackpropAnimator.Script.Data;

/// <summary>Reads text files that a stranger may have named, and says in words why one cannot be read.</summary>
internal static class BoundedFile
{
    /// <summary>The text of a UTF-8 file, without its byte order mark.</summary>
    /// <exception cref="InvalidDataException">The file is longer than <paramref name="maxBytes"/>.</exception>
    /// <exception cref="Exception">The file cannot be read: one that <see cref="InWords"/> has words for.</exception>
    public static string ReadText(string path, int maxBytes) => Decode(ReadBytes(path, maxBytes));

    /// <summary>The same of a stream that is open.</summary>
    /// <exception cref="Exception">As when a file is read.</exception>
    public static string ReadText(Stream stream, int maxBytes) =>
        Decode(ReadToEnd(stream, maxBytes) ?? throw new InvalidDataException());

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="InvalidDataException">The file is longer than <paramref name="maxBytes"/>.</exception>
    /// <exception cref="Exception">The file cannot be read: one that <see cref="InWords"/> has words for.</exception>
    public static ReadOnlyMemory<byte> ReadBytes(string path, int maxBytes)
    {
        using var file = RegularFile.OpenRead(path);
        return ReadToEnd(file, maxBytes) ?? throw new InvalidDataException();
    }

    /// <summary>All bytes of a stream; null where there are more than <paramref name="maxBytes"/>.</summary>
    public static ReadOnlyMemory<byte>? ReadToEnd(Stream stream, int maxBytes)
    {
        // Not by its length: standard input has none, and an archive may lie.
        using var bytes = new MemoryStream();
        var piece = new byte[1 << 16];
        for (int read; (read = stream.Read(piece)) > 0;)
        {
            if (bytes.Length + read > maxBytes) return null;
            bytes.Write(piece, 0, read);
        }
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    static string Decode(ReadOnlyMemory<byte> bytes) =>
        new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.Span).TrimStart('\uFEFF');

    /// <summary>What went wrong, as a clause; null for an exception that has nothing to do with the file.</summary>
    public static string? InWords(Exception problem, int maxBytes) => problem switch
    {
        InvalidDataException => $"the file is longer than {maxBytes >> 20} MiB",
        DecoderFallbackException e => $"this is not UTF-8 text: see byte {e.Index}",
        IrregularFileException e => e.Message,
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException e => $"the file cannot be read: {e.Message}",
        ArgumentException => "this is no name of a file",
        IOException or NotSupportedException => $"the file cannot be read: {problem.Message}",
        _ => null,
    };
}
