namespace BackpropAnimator.Files;

/// <summary>
/// Opens files for reading, and nothing else: to open a pipe would wait for its writer, and reading a device may never end.
/// </summary>
internal static class RegularFile
{
    /// <exception cref="IrregularFileException">It is a pipe, a device or the like.</exception>
    /// <exception cref="IOException">It is not there or cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be opened.</exception>
    public static FileStream OpenRead(string path, FileShare share = FileShare.Read)
    {
        // Where nothing is to be seen, opening it tells why.
        var kind = FileStatus.Of(path).Kind;
        if (kind is not (FileKind.Regular or FileKind.Absent)) throw new IrregularFileException(kind);
        return new(path, FileMode.Open, FileAccess.Read, share);
    }
}

/// <summary>Something else was found where a regular file was looked for.</summary>
internal sealed class IrregularFileException(FileKind kind) : IOException($"this is {kind.InWords()}, and only regular files are read");
